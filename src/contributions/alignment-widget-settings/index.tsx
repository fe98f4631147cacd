/** The settings of the widget "Security alignment". */
import { runSettings } from '../widget-parts/Settings';

void runSettings('nothing');
