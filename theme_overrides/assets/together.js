// The page over many sites: one search over all, answered by the index of each site, which Pagefind merges in the browser.
// Each site's own search knows minutes, items and days, and leads within a page.
//
// Of a content security policy it needs: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'.

"use strict";

const AT_ONCE = 10;
// Each site has an index, of which a word loads some 30 kB: of so many sites no search loads 300 kB.
const SITES_AT_ONCE = 5;
// The signs of exports/marking.py: before a word that is passed over, and before a word that only the index reads.
const SIGN = /\u3164/g;
const UNSEEN = /⟫\S+/g;

const form = document.getElementById("together-form");
const count = document.getElementById("together-count");
const section = document.getElementById("together-found");
const list = document.getElementById("together-results");
const more = document.getElementById("together-more");
const further = document.getElementById("together-further");
const boxes = [...form.querySelectorAll("[type=checkbox]")];
const title = document.title;

let latest = 0;
let found = [];
let reach = SITES_AT_ONCE;
let pagefind;
let loading = Promise.resolve();
const CHANGED = "changed/";
const loaded = new Set();
// Pages that changed since the index of their site was made: an index beside it has them as they are.
const stale = new Set(boxes.flatMap((box) => box.dataset.stale?.split(" ") ?? []));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams(new FormData(form))}`);
  reach = SITES_AT_ONCE;
  search();
});
further.addEventListener("click", async () => {
  reach += SITES_AT_ONCE;
  await search();
  (list.querySelector("a") ?? form.elements.q).focus();
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
  section.hidden = further.hidden = true;
  document.title = words ? `${words} – ${title}` : title;
  count.textContent = words ? `Searching for ${words}` : asked.has("q") ? form.dataset.empty : "";
  if (!words) return;
  try {
    const chosen = boxes.filter((box) => box.checked);
    const all = (chosen.length ? chosen : boxes).map((box) => ({ name: box.dataset.name, at: box.value, renewed: "renewed" in box.dataset }));
    const sites = all.slice(0, reach);
    const answers = [];
    for (const index of await merged(sites)) answers.push(await resultsOf(index, words));
    if (mine !== latest) return;
    found = answers.flat().sort((one, other) => other.score - one.score);
    await show(mine);
    if (mine !== latest) return;
    const left = all.length - sites.length;
    const within = left ? ` in the first ${sites.length} of ${all.length} sites` : chosen.length ? ` in ${sites.map(({ name }) => name).join(" and ")}` : "";
    count.textContent = found.length ? `${found.length} ${found.length === 1 ? "result" : "results"} for ${words}${within}` : `Nothing was found for ${words}${within}. Try fewer or other words, or the search of one site.`;
    further.hidden = !left;
    further.textContent = `Search ${Math.min(left, SITES_AT_ONCE)} more ${left === 1 ? "site" : "sites"} for this`;
    section.hidden = !found.length;
  } catch (error) {
    count.textContent = "The search did not work. Each site below has a search of its own.";
    throw error;
  }
}

// Loads the indexes of some sites, each when it is first asked for, and gives the names of all of them. Who asks again
// meanwhile waits: an index is merged once.
function merged(sites) {
  loading = loading.catch(() => {}).then(() => load(sites));
  return loading;
}

async function load(sites) {
  for (const { at, renewed } of sites.filter((site) => !loaded.has(site.at))) {
    const site = new URL(at, document.baseURI);
    const index = new URL("pagefind/", site);
    const of = (part) => ({ mergeFilter: { index: part }, baseUrl: site.pathname });
    if (pagefind) {
      await pagefind.mergeIndex(index.pathname, of(at));
    } else {
      pagefind = await import(new URL("pagefind.js", index));
      // On the page itself, so that the content security policy needs no worker-src.
      await pagefind.options({ noWorker: true, ...of(at) });
    }
    if (renewed) await pagefind.mergeIndex(new URL(CHANGED, index).pathname, of(`${at}${CHANGED}`));
    loaded.add(at);
  }
  return sites.flatMap(({ at, renewed }) => [at, ...(renewed ? [`${at}${CHANGED}`] : [])]);
}

// What one index answers. Pagefind answers a word that is nowhere with the longest beginning of it that is somewhere:
// wombat with women. All results of an index are then of that kind, so the first one tells.
async function resultsOf(index, words) {
  const { results } = await pagefind.search(plain(words), { filters: { not: { help: "Help" }, index } });
  const there = results.filter(({ id }) => !stale.has(id));
  return there.length && (await meant(there[0], words)) ? there : [];
}

async function meant(result, words) {
  const page = await result.data();
  const text = plain(`${page.meta.title} ${page.content}`);
  const asked = plain(words).match(/[\p{L}\d]+/gu) ?? [];
  return asked.every((word) => text.includes(word.slice(0, Math.max(4, word.length - 3))));
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
