/** The few pieces of ECharts that the screens use, loaded when the first chart is drawn. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, registerLocale, use } from 'echarts/core';
import french from 'echarts/i18n/langFR-obj.js';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);
registerLocale('FR', french);

export type { ECharts, EChartsCoreOption } from 'echarts/core';
export { init };
