// Looks at a page as it is laid out, and gives lists of sentences: empty when nothing is wrong.
// Put into the page by looking.py; each function of panelChecks can be called by name from there.

globalThis.panelChecks = (() => {
  const NOT_SPOKEN_OF = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TITLE"]);
  const FOCUSABLE =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex]';

  // How we name an element to a person: its tag, id or class, and the beginning of its text.
  function named(element) {
    const mark = element.id ? `#${element.id}` : element.classList.length ? `.${element.classList[0]}` : "";
    const text = (element.innerText || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    return `<${element.tagName.toLowerCase()}${mark}> "${text.slice(0, 60)}"`;
  }

  // Shown to ears only: one pixel, or cut away to nothing.
  function onlyHeard(element) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return (
      (box.width <= 1 && box.height <= 1 && style.overflow !== "visible") ||
      /inset\((50|100)%\)|circle\(0/.test(style.clipPath) ||
      /rect\((0px|1px)(,? (0px|1px)){3}\)/.test(style.clip)
    );
  }

  function isShown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  }

  function ancestors(element) {
    const found = [];
    for (let one = element; one; one = one.parentElement) found.push(one);
    return found;
  }

  function scrolls(element, axis) {
    const style = getComputedStyle(element);
    return /auto|scroll/.test(axis === "x" ? style.overflowX : style.overflowY);
  }

  // Every line of text that can be seen: its element and its rectangle.
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || NOT_SPOKEN_OF.has(element.tagName) || element.closest("svg")) continue;
      if (!isShown(element) || ancestors(element).some(onlyHeard)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ element, box });
      }
    }
    return found;
  }

  const once = (sentences) => [...new Set(sentences)];

  // The page itself never scrolls sideways. What is wider scrolls inside a region that the keyboard reaches and that
  // has a name (WCAG 1.4.10, 2.1.1).
  function sideways() {
    const found = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page is ${root.scrollWidth} pixels wide in a window of ${root.clientWidth}`);
      const boxes = [...document.body.querySelectorAll("*")]
        .filter(isShown)
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const { element, box } of [...boxes, ...lines()]) {
        const inside = ancestors(element).some((one) => one !== root && scrolls(one, "x"));
        if (!inside && box.right > root.clientWidth + 1) found.push(`${named(element)} reaches beyond the right edge`);
      }
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (element.scrollWidth <= element.clientWidth + 1 || !scrolls(element, "x") || !isShown(element)) continue;
      const labels = (element.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
      const hasName = element.getAttribute("aria-label") || labels.some((label) => label && label.textContent.trim());
      if (element.tabIndex < 0 || !element.hasAttribute("tabindex")) found.push(`${named(element)} scrolls, but not by keyboard`);
      if (element.getAttribute("role") !== "region" || !hasName) found.push(`${named(element)} scrolls, but is no named region`);
    }
    return once(found);
  }

  // No text is cut off by a box too small for it, shortened with an ellipsis, or laid over other text.
  function lostText() {
    const found = [];
    const seen = lines();
    for (const { element, box } of seen) {
      for (const one of ancestors(element)) {
        const style = getComputedStyle(one);
        const frame = one.getBoundingClientRect();
        const outside = (start, end, from, to) => start < from - 2 || end > to + 2;
        const cutX = /hidden|clip/.test(style.overflowX) && outside(box.left, box.right, frame.left, frame.right);
        const cutY = /hidden|clip/.test(style.overflowY) && outside(box.top, box.bottom, frame.top, frame.bottom);
        if (one !== document.body && one !== document.documentElement && (cutX || cutY)) {
          found.push(`${named(element)} is cut off by ${named(one)}`);
        }
        if (style.textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth) {
          found.push(`${named(one)} is shortened with an ellipsis`);
        }
      }
    }
    return once([...found, ...overlaps(seen.filter((line) => !scrolledAway(line)))]);
  }

  // A line beyond the edge of a box that scrolls is not seen where it would be, and covers nothing there.
  function scrolledAway({ element, box }) {
    return ancestors(element).some((around) => {
      if (around === document.body || !/auto|scroll/.test(getComputedStyle(around).overflowY)) return false;
      const frame = around.getBoundingClientRect();
      return box.top > frame.bottom || box.bottom < frame.top;
    });
  }

  // Lines of text that lie over each other. Boxes of letters may touch, so the middle half of each line counts.
  function overlaps(seen) {
    const found = [];
    const cores = seen
      .map(({ element, box }) => ({ element, left: box.left + 1, right: box.right - 1, top: box.top + box.height / 4, bottom: box.bottom - box.height / 4 }))
      .sort((a, b) => a.top - b.top);
    cores.forEach((upper, index) => {
      for (let next = index + 1; next < cores.length && cores[next].top < upper.bottom; next += 1) {
        const lower = cores[next];
        if (lower.left < upper.right && upper.left < lower.right) {
          found.push(`${named(lower.element)} lies over ${named(upper.element)}`);
        }
      }
    });
    return found;
  }

  // Things to press that are too small: controls, navigation and links that are all of an entry of a list under 44 by
  // 44 pixels (WCAG 2.5.5), every other under 24 by 24, but for links within a sentence (WCAG 2.5.8).
  function smallTargets() {
    const found = [];
    for (const element of document.querySelectorAll(FOCUSABLE)) {
      if (element.getAttribute("role") === "region" || element.tagName === "MAIN") continue;
      if (!isShown(element) || ancestors(element).some(onlyHeard) || isInSentence(element)) continue;
      const { width, height } = pressed(element);
      const least = isLarge(element) ? 44 : 24;
      if (width < least - 0.5 || height < least - 0.5) {
        found.push(`${named(element)} is ${Math.round(width)} by ${Math.round(height)} pixels, and ${least} are needed`);
      }
    }
    return found;
  }

  // Where an element can be pressed: a box to tick also on its label.
  function pressed(element) {
    const boxes = [element, ...(/^(checkbox|radio)$/.test(element.type) ? element.labels : [])].map((one) => one.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    return { width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top };
  }

  function isLarge(element) {
    if (element.tagName !== "A") return true;
    return element.tabIndex >= 0 && Boolean(element.closest("nav") || (element.parentElement.tagName === "LI" && !wordsBeside(element)));
  }

  function wordsBeside(element) {
    return [...element.parentElement.childNodes].some((one) => one.nodeType === 3 && /\p{L}{2,}/u.test(one.data));
  }

  // A link is in a sentence when the block it stands in has letters of its own beside those of links.
  function isInSentence(element) {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let words = "";
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest("a") && isShown(parent) && !onlyHeard(parent)) words += walker.currentNode.data;
    }
    return /\p{L}{2,}/u.test(words);
  }

  // Lines to read, in characters: none has more than 80 (WCAG 1.4.8), and where there is room for it, most full lines
  // of the text have 60 to 75. A page of few lines says nothing of most.
  function lineLengths() {
    const rows = [...document.querySelectorAll("main :is(p, li, dd)")].flatMap(fullLines);
    const found = rows.filter(({ letters }) => letters > 82).map(({ element, letters }) => `${named(element)} has a line of ${letters} characters`);
    const usual = median(rows.filter(({ element }) => element.matches(".text p") && !element.closest("dl, table, .figure-card, .key-facts")));
    if (innerWidth > 1000 && (usual < 58 || usual > 75)) found.push(`most lines have ${usual} characters`);
    return once(found);
  }

  function median(rows) {
    const lengths = rows.map(({ letters }) => letters).sort((a, b) => a - b);
    return lengths.length < 20 ? 66 : lengths[Math.floor(lengths.length / 2)];
  }

  // How many characters each line of an element has, as wide as they are on average; the last line may be short.
  function fullLines(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const rows = new Map();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.parentElement.closest("p, li, dd") !== element || !isShown(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const boxes = [...range.getClientRects()];
      const perPixel = text.data.trim().replace(/\s+/g, " ").length / boxes.reduce((sum, box) => sum + box.width, 0.1);
      for (const { bottom, width } of boxes) {
        const line = Math.round(bottom / 8);
        rows.set(line, (rows.get(line) || 0) + width * perPixel);
      }
    }
    return [...rows.values()].slice(0, -1).map((letters) => ({ element, letters: Math.round(letters) }));
  }

  // The masthead leaves two thirds of the screen to the page (WCAG 1.4.10, at 400%).
  function tallMasthead() {
    const { height } = document.querySelector("header").getBoundingClientRect();
    return height <= innerHeight / 3 ? [] : [`the masthead is ${Math.round(height)} of ${innerHeight} pixels high`];
  }

  // A wide table that scrolls: its caption is whole wherever it was scrolled to, and says that the table goes on, or its
  // region shows a bar.
  async function movingCaptions() {
    const found = [];
    for (const region of document.querySelectorAll(".table-region")) {
      const caption = region.querySelector("caption");
      if (region.scrollWidth <= region.clientWidth + 1 || !caption || !isShown(region)) continue;
      for (const way of [0, region.scrollWidth]) {
        region.scrollLeft = way;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const [frame, box] = [region.getBoundingClientRect(), caption.getBoundingClientRect()];
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${named(caption)} moves with its table`);
        if (getComputedStyle(caption, "::after").content === "none") found.push(`${named(caption)} does not say that the table goes on`);
      }
      region.scrollLeft = 0;
    }
    return once(found);
  }

  // Motion that goes on although the reader asked for none (WCAG 2.3.3).
  function motion() {
    const running = document.getAnimations().filter((one) => one.playState === "running");
    const found = running.map((one) => `${named(one.effect.target)} is animated`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("the page scrolls smoothly");
    return found;
  }

  // What covers the page or repeats over the paper when it is printed.
  function fixedThings() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position) && isShown(element))
      .map((element) => `${named(element)} stays in place on every sheet`);
  }

  // Everything the Tab key should reach, in the order of the page.
  function stops() {
    return stoppedAt().map(named);
  }

  function stoppedAt() {
    return [...document.querySelectorAll(FOCUSABLE)]
      .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  }

  // What can be seen of the page, each element by its place in the source.
  function seen() {
    const all = [...document.body.querySelectorAll("*")];
    return all.flatMap((element, place) => (element.checkVisibility({ visibilityProperty: true }) ? [place] : []));
  }

  // As when the page was opened: nothing is scrolled, and the Tab key begins before everything.
  function fromTheTop() {
    const { body } = document;
    document.activeElement.blur();
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    body.blur();
    body.removeAttribute("tabindex");
    for (const element of document.querySelectorAll("*")) if (element.scrollTop || element.scrollLeft) element.scrollTo(0, 0);
  }

  // Where the keyboard is now, and what is wrong there; null at the end of the page.
  function stop() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    return { name: named(element), inMain: Boolean(element.closest("main")), isMain: element.tagName === "MAIN", wrong: wrongAt(element) };
  }

  // What is wrong at each stop, when a script puts the keyboard there: one call for the whole page. That the Tab key
  // gets there, and in order, a walk tells.
  function wrongAtStops() {
    return stoppedAt().flatMap((element) => {
      element.focus({ focusVisible: true });
      return wrongAt(element).map((wrong) => `${named(element)} ${wrong}`);
    });
  }

  function wrongAt(element) {
    const found = [];
    const box = [...element.getClientRects()].find((one) => one.width > 0 && one.height > 0);
    if (!box || !isShown(element) || ancestors(element).some(onlyHeard)) return ["cannot be seen"];
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return ["is outside of the window"];
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (above && !element.contains(above) && !above.contains(element)) found.push(`is covered by ${named(above)}`);
    return [...found, ...wrongRing(element)];
  }

  // The ring: an outline or a shadow at least 2 pixels wide with a contrast of 3 to 1 against what is behind it
  // (WCAG 2.4.7, 1.4.11).
  function wrongRing(element) {
    const style = getComputedStyle(element);
    const ground = groundOf(element.parentElement);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) {
      const ratio = contrast(colour(style.outlineColor), ground);
      return ratio >= 3 ? [] : [`has a ring with a contrast of only ${ratio.toFixed(2)}`];
    }
    return style.boxShadow === "none" ? ["has no ring to show the focus"] : [];
  }

  // The colour behind an element, from itself outwards; the browser's canvas is behind everything.
  function groundOf(element) {
    for (const one of ancestors(element)) {
      const [red, green, blue, alpha] = colour(getComputedStyle(one).backgroundColor);
      if (alpha > 0) return [red, green, blue, alpha];
    }
    const probe = document.body.appendChild(document.createElement("div"));
    probe.style.backgroundColor = "Canvas";
    const canvas = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return canvas;
  }

  // Any CSS colour as red, green, blue and alpha from 0 to 255: painted, and read again. Painting is slow, so each once.
  const painted = new Map();
  function colour(text) {
    if (!painted.has(text)) {
      const painter = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      painter.fillStyle = text;
      painter.fillRect(0, 0, 1, 1);
      painted.set(text, painter.getImageData(0, 0, 1, 1).data);
    }
    return painted.get(text);
  }

  // The ratio of WCAG 2, from 1 to 21.
  function contrast(one, other) {
    const light = ([red, green, blue]) => {
      const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  return { sideways, lostText, smallTargets, lineLengths, tallMasthead, movingCaptions, motion, fixedThings, fromTheTop, stops, stop, wrongAtStops, seen };
})();
