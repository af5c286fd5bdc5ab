import type { PlacedOrder } from '#harvesters';
import { useDeskMessages } from './texts.ts';

/** Orders that wait, are under way, or could not be carried out. */
export function Orders({ orders }: { orders: readonly PlacedOrder[] }) {
  const { harvestPages: texts } = useDeskMessages();
  if (orders.length === 0) return null;
  return (
    <section aria-label={texts.orders} className="mt-6">
      <ul className="border-l-4 border-edge pl-4">
        {orders.map(({ order, state, error }) => (
          <li key={`${state} ${JSON.stringify(order)}`} className={state === 'failed' ? 'text-bad' : ''}>
            <span className="font-medium">{texts.orderNames[orderName(order)]}</span>{' '}
            {texts.orderStates[state]} {error}
          </li>
        ))}
      </ul>
    </section>
  );
}

function orderName(order: PlacedOrder['order']) {
  if (order.action !== 'harvest') return order.action;
  if (order.dryRun === true) return 'preview';
  return order.full === true ? 'full' : 'harvest';
}
