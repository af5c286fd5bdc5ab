type FieldProps = { name: string; label: string; value: string; decimal?: boolean };

/** A labelled field that takes what the address says whenever that changes. */
export function Field({ name, label, value, decimal = false }: FieldProps) {
  return (
    <label className="block text-sm">
      <span className="text-soft">{label}</span>
      <input
        type="text"
        name={name}
        key={value}
        defaultValue={value}
        autoComplete="off"
        {...(decimal ? { inputMode: 'decimal' as const } : {})}
        className="field text-base tabular-nums"
      />
    </label>
  );
}
