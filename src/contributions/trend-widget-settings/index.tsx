/** The settings of the widget "Residual risk trend". */
import { runSettings } from '../widget-parts/Settings';

void runSettings('period');
