/** Tells the browser whether the page is dark, so that scroll bars, tick boxes and drop-downs are drawn to match. */

/** Opaque grounds darker than this take light text; the host's themes lie far from it on either side. */
const threshold = 0.18;

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * The scheme for a ground as getComputedStyle gives it: `rgb(30, 30, 30)`, `rgba(0, 0, 0, 1)`. By relative luminance
 * (WCAG 2), because the host says nothing about dark or light. Unknown or see-through grounds count as light.
 */
export function colourSchemeOf(ground: string): 'dark' | 'light' {
  const [red, green, blue, alpha = 1] = (ground.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return 'light';
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance < threshold ? 'dark' : 'light';
}

/** The theme variable as a plain colour; read through an element, because themes nest variables and palettes. */
function groundOfPage(): string {
  const probe = document.createElement('span');
  probe.style.backgroundColor = 'var(--background-color)';
  document.body.appendChild(probe);
  const ground = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return ground;
}

/** Sets the scheme now and with every theme. The SDK sends `themeApplied` after it has set the variables. */
export function followColourScheme(): void {
  const set = () => {
    document.documentElement.style.colorScheme = colourSchemeOf(groundOfPage());
  };
  set();
  window.addEventListener('themeApplied', set);
}
