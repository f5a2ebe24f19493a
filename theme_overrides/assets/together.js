// The page over many sites: one search over all, answered by the index of each site, which Pagefind merges in the browser.
// Each site's own search knows minutes, items and days, and leads within a page.
//
// Of a content security policy it needs: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'.

"use strict";

const AT_ONCE = 10;
// The signs of exports/marking.py: before a word that is passed over, and before a word that only the index reads.
const SIGN = /\u3164/g;
const UNSEEN = /⟫\S+/g;

const form = document.getElementById("together-form");
const count = document.getElementById("together-count");
const section = document.getElementById("together-found");
const list = document.getElementById("together-results");
const more = document.getElementById("together-more");
const boxes = [...form.querySelectorAll("[type=checkbox]")];
const title = document.title;

let latest = 0;
let found = [];
let merging;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
  search();
});
window.addEventListener("popstate", search);
more.addEventListener("click", async () => {
  const first = list.children.length;
  await show(latest);
  list.children[first]?.querySelector("a").focus();
  count.textContent = `Results ${first + 1} to ${list.children.length} of ${found.length} were added.`;
});
search();

// Search for what the address asks for, and put it into the form, so that an address can be sent to somebody.
async function search() {
  const mine = ++latest;
  const asked = new URLSearchParams(location.search);
  const words = (asked.get("q") ?? "").normalize("NFC").trim();
  const only = asked.getAll("in");
  form.elements.q.value = words;
  for (const box of boxes) box.checked = only.includes(box.value);
  list.replaceChildren();
  section.hidden = true;
  document.title = words ? `${words} – ${title}` : title;
  count.textContent = words ? `Searching for ${words}` : asked.has("q") ? form.dataset.empty : "";
  if (!words) return;
  try {
    const pagefind = await merged();
    const names = boxes.filter((box) => box.checked).map((box) => box.dataset.name);
    const filters = { not: { help: "Help" }, ...(names.length && { site: { any: names } }) };
    const { results } = await pagefind.search(plain(words), { filters });
    if (mine !== latest) return;
    found = results;
    await show(mine);
    if (mine !== latest) return;
    const within = names.length ? ` in ${names.join(" and ")}` : "";
    count.textContent = found.length ? `${found.length} ${found.length === 1 ? "result" : "results"} for ${words}${within}` : `Nothing was found for ${words}${within}. Try fewer or other words, or the search of one site.`;
    section.hidden = !found.length;
  } catch (error) {
    count.textContent = "The search did not work. Each site below has a search of its own.";
    throw error;
  }
}

// Pagefind with the indexes of all sites, each under the name of its site. They are loaded once, when first asked for.
function merged() {
  merging ??= (async () => {
    const [first, ...others] = boxes.map((box) => ({ at: new URL(`${box.value}pagefind/`, document.baseURI), site: box.dataset.name }));
    const pagefind = await import(new URL("pagefind.js", first.at));
    // On the page itself, so that the content security policy needs no worker-src.
    await pagefind.options({ noWorker: true, mergeFilter: { site: first.site } });
    await Promise.all(others.map(({ at, site }) => pagefind.mergeIndex(at.pathname, { mergeFilter: { site } })));
    return pagefind;
  })();
  return merging;
}

// Words in small letters, without accents and apostrophes, as exports/marking.py writes them.
function plain(words) {
  return words.toLowerCase().normalize("NFKD").replace(/\p{M}+|(?<=\p{L})['’](?=\p{L})/gu, "");
}

async function show(mine) {
  const next = found.slice(list.children.length, list.children.length + AT_ONCE);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (mine !== latest) return;
  list.append(...pages.map(entry));
  more.hidden = list.children.length >= found.length;
}

function entry(page) {
  const { title: name, kind, meeting, language } = page.meta;
  const site = boxes.map((box) => ({ at: new URL(box.value, document.baseURI).pathname, name: box.dataset.name })).find(({ at }) => page.url.startsWith(at));
  const facts = [site?.name, kind === "Other" ? "" : kind, meeting && kind !== "Meeting" ? `meeting of ${meeting}` : ""];
  const text = new DOMParser().parseFromString(page.excerpt, "text/html").body.textContent.replace(UNSEEN, "").replace(SIGN, "");
  const link = made("a", { href: page.url, ...(language && { lang: language }) }, name);
  return made("li", {}, made("h3", {}, link), made("p", { className: "found-as" }, facts.filter(Boolean).join(", ")), made("p", {}, `… ${text.trim()} …`));
}

function made(tag, attributes, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}
