/** The settings of the widget "Security of this sprint". */
import { runSettings } from '../widget-parts/Settings';

void runSettings('team');
