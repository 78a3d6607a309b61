/** The French words of ECharts come without types. */
declare module 'echarts/i18n/langFR-obj.js' {
  const words: Parameters<typeof import('echarts/core').registerLocale>[1];
  export default words;
}
