/** Width of the chart of a record divided by its height. On its own, so that the page needs no more of the server's code. */
export const chartRatio = 1.5;
