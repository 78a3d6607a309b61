/** The charts of the dashboard stand in two rows of one height, in pixels. */
export const CHART_HEIGHT = 132;
