// The search page. What names a place (minute 921, paragraph 28) is looked up in a list of references; every other
// search, and the rest of that one, is answered by Pagefind's index of the pages. Both lie on this site. All that is
// found is shown at once, and the lists below only then, so that nothing moves that is being read. What a search loads
// keeps to pagefind/budget.json (exports/weighing.py), however many words are asked for and pages are found.
//
// Of a content security policy it needs: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'.

"use strict";

const HERE = new URL("../", document.currentScript.src);
const AT_ONCE = 10;
const WORDS_SHOWN = 30;
const WORDS_BEFORE = 6;
// The sign of exports/marking.py, which has no width.
const SIGN = "\u3164";
const NAMED = new Set(["item", "minute", "paragraph", "commitment", "action", "motion", "amendment"]);
const SAID_OTHERWISE = { para: "paragraph", paras: "paragraph", paragraphs: "paragraph", resolution: "minute", minutes: "minute", items: "item", actions: "action", commitments: "commitment", promise: "commitment" };
// Runs of letters or digits that the number of a place can have.
const MOST_PARTS = 6;
// Ids of places that have no heading of their own.
const PLACE = /(?:^|-)(?:item|minute|paragraph|commitment|action|question)-[\w.-]+$/;

const whole = document.getElementById("search-page");
const form = document.getElementById("search-form");
const count = document.getElementById("search-count");
const section = document.getElementById("search-found");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const title = document.title;

let latest = 0;
let found = [];
// What the search told of: phrases that pages must hold, words that were left out, bytes for texts, pages looked at.
let state = {};
let pagefind;
const files = new Map();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  history.pushState(null, "", asked.length ? `?${new URLSearchParams(asked)}` : location.pathname);
  search();
});
window.addEventListener("popstate", search);
more.addEventListener("click", async () => {
  const first = list.children.length;
  state.left = (await budget()).text * AT_ONCE;
  await show();
  list.children[first]?.querySelector("a").focus();
  const last = list.children.length;
  const of = state.phrases.length ? "" : ` of ${found.length}`;
  count.textContent = last > first ? `Results ${first + 1} to ${last}${of} were added.` : "No more results were found.";
});
search();

// Search for what the address asks for, and put it into the form, so that an address can be sent to somebody.
async function search() {
  const mine = ++latest;
  const asked = new URLSearchParams(location.search);
  const words = (asked.get("q") ?? "").trim();
  const narrowed = ["kind", "year", "body"].map((name) => [name, asked.getAll(name)]).filter(([, some]) => some.length);
  form.elements.q.value = words;
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = asked.getAll(box.name).includes(box.value);
  if (narrowed.length) document.getElementById("search-narrow").open = true;
  list.replaceChildren();
  section.hidden = true;
  document.title = words ? `${words} – ${title}` : title;
  count.textContent = words ? `Searching for ${words}` : "";
  whole.classList.toggle("searching", Boolean(words));
  if (!words) return;
  try {
    const [places, pages] = await Promise.all([referred(words, narrowed), indexed(words, narrowed)]);
    if (mine !== latest) return;
    found = [...places, ...pages.results];
    state = { ...pages, at: 0 };
    await show();
    if (mine !== latest) return;
    count.textContent = told(words, narrowed.flatMap(([, some]) => some));
    section.hidden = !list.children.length && more.hidden;
  } catch (error) {
    count.textContent = "The search did not work. The lists on this page lead to every page.";
    throw error;
  } finally {
    if (mine === latest) whole.classList.remove("searching");
  }
}

function told(words, narrowed) {
  const number = list.children.length;
  const within = narrowed.length ? `, narrowed to ${narrowed.join(", ")}` : "";
  const without = state.without.length ? ` Left out, because a search for all of these words would load too much: ${state.without.join(", ")}.` : "";
  const further = state.phrases.length && state.at < found.length;
  if (further && !number) return `Nothing so far for ${words}${within}, in the ${state.at} pages that fit best. Show more results to look on.${without}`;
  if (!number) return `Nothing was found for ${words}${within}. Try fewer or other words, or the lists below.${without}`;
  const many = state.phrases.length ? number : found.length;
  const sentence = `${many} ${many === 1 ? "result" : "results"}${further ? " so far" : ""} for ${words}${within}`;
  return without ? `${sentence}.${without}` : sentence;
}

// References

// The same normal form as in pages/references.py: "Minute 921(ii)" is minute, 921, ii.
function normal(text) {
  return text.toLowerCase().match(/\d+(?:\.\d+)*|\p{L}+/gu) ?? [];
}

// The places that the words name: a reference, and beside it only words that are in the place's full name.
async function referred(words, narrowed) {
  const typed = normal(words).map((word) => SAID_OTHERWISE[word] ?? word);
  const numbered = (after) => /^(?:[ivxl]+|[a-z])$/.test(after[0] ?? "") || after.some((word) => /^\d/.test(word));
  const at = typed.findIndex((word, index) => NAMED.has(word) && numbered(typed.slice(index + 1, index + 1 + MOST_PARTS)));
  const asked = at >= 0 ? [typed[at]] : ["minute", "action", "commitment"];
  const number = at >= 0 ? typed.slice(at + 1) : typed;
  if (at < 0 && !/^\d/.test(typed[0] ?? "")) return [];
  const { common } = await budget();
  // The longest number that is there: 921 ii before 921, and 19 20 fra 15 of "19-20/FRA/15".
  for (let length = Math.min(number.length, MOST_PARTS); length > 0; length -= 1) {
    const others = [...typed.slice(0, Math.max(at, 0)), ...number.slice(length)].filter((word) => !common.includes(word));
    // A number alone is first of all a minute; the actions that follow from the whole of it are not meant.
    const tried = asked.filter((kind) => at >= 0 || length > 1 || kind !== "action");
    const places = await Promise.all(tried.map((kind) => looked([kind, ...number.slice(0, length)].join(" "))));
    const fitting = places.flat().filter(([name, , kind, day, ...bodies]) => {
      const said = new Set([...normal(name), kind.toLowerCase()]);
      // A day may be as "4 March 2026 (Planning Committee)".
      const has = { kind: (one) => one === kind, year: (one) => day.includes(` ${one}`), body: (one) => bodies.includes(one) };
      const wanted = narrowed.every(([name, some]) => some.some(has[name]));
      return wanted && others.every((word) => said.has(word));
    });
    if (fitting.length) {
      return fitting.map(([name, address, kind, meeting]) => ({ name, url: new URL(address, HERE).href, kind, meeting, exact: true }));
    }
  }
  return [];
}

// The places of one reference, from the file that holds it: a large site has several.
async function looked(reference, file = "search/references.json") {
  const { entries, parts } = await read(file);
  if (reference in entries) return entries[reference];
  const part = Object.keys(parts).find((start) => reference.startsWith(start));
  return part ? looked(reference, parts[part]) : [];
}

async function read(file) {
  if (!files.has(file)) files.set(file, fetch(new URL(file, HERE)).then((answer) => answer.json()));
  return files.get(file);
}

// Pages

function budget() {
  return read("pagefind/budget.json");
}

async function indexed(words, narrowed) {
  const { common, left, filter, text, ...weights } = await budget();
  const asked = [...new Set(words.replaceAll('"', " ").split(/[\s\-–—/]+/).filter(Boolean))];
  const telling = asked.filter((word) => !common.includes(word.toLowerCase()));
  const phrases = [...words.matchAll(/"([^"]+)"/g)].map(([, phrase]) => phrase);
  const [chosen, rest] = affordable(telling, left - filter * narrowed.length - text / 2, weights);
  const without = telling.filter((word) => !chosen.includes(word));
  const nothing = { results: [], phrases, without, left: 0, longest: text };
  if (!chosen.length) return nothing;
  if (!pagefind) {
    pagefind = await import(new URL("pagefind/pagefind.js", HERE));
    // On the page itself, so that the content security policy needs no worker-src.
    await pagefind.options({ noWorker: true });
  }
  const filters = Object.fromEntries(narrowed.map(([name, some]) => [name, { any: some }]));
  const { results } = await pagefind.search(chosen.join(" "), { filters });
  if (!results.length || !(await meant(results[0], chosen.join(" ")))) return nothing;
  return { results, phrases, without, left: Math.max(rest + text / 2, text * 0.8), longest: text };
}

// The words that may be looked up together, the rarest of those that were asked for, and the bytes that are then left.
function affordable(words, left, { word: usual, words: heavy }) {
  const alone = (word) => heavy[normal(word).join("").slice(0, 5)] ?? 0;
  const chosen = [];
  for (const word of [...words].sort((one, other) => alone(one) - alone(other))) {
    const weight = Math.max(usual, alone(word));
    if (chosen.length && weight > left) break;
    left -= weight;
    chosen.push(word);
  }
  return [words.filter((word) => chosen.includes(word)), Math.max(0, left)];
}

// Pagefind answers a word that is nowhere with the longest beginning of it that is somewhere: wombat with W. All
// results are then of that kind, so the first one tells. Endings may differ (report, reporting), numbers may not.
async function meant(result, telling) {
  const page = await result.data();
  const words = wordsOf(page);
  const hits = normal([...page.locations.map((at) => words[at]), page.meta.title].join(" "));
  const asked = normal(telling).filter((word) => word.length > 1);
  return asked.every((word) => hits.some((hit) => hit.startsWith(/^\d/.test(word) ? word : word.slice(0, 3))));
}

function wordsOf(page) {
  return page.content.replaceAll(SIGN, "").split(/\s+/);
}

// Every place of a word that was found: the index has the first few of each, the text has all.
function hitsOf(page, words) {
  const known = new Map(page.weighted_locations.map(({ location, balanced_score: score }) => [location, score]));
  const scores = new Map([...known].map(([location, score]) => [normal(words[location] ?? "").join(" "), score]));
  return words.flatMap((word, location) => {
    const score = known.get(location) ?? scores.get(normal(word).join(" "));
    return score === undefined || !normal(word).length ? [] : [{ location, score }];
  });
}

// Where in a page the words were found most: the place's name and id, and the words around.
function best(page, words, hits) {
  const places = [{ id: "", name: "", from: 0, score: 0, hits: [] }];
  for (const anchor of [...page.anchors].sort((one, other) => one.location - other.location)) {
    const name = /^h[2-6]$/.test(anchor.element) ? anchor.text.replaceAll(SIGN, "").trim() : "";
    const last = places.at(-1);
    if (last.id && last.from === anchor.location) last.name ||= name;
    else if (name || PLACE.test(anchor.id)) {
      places.push({ id: anchor.id.replace(/-heading$/, ""), name, from: anchor.location, score: 0, hits: [] });
    }
  }
  for (const { location, score } of hits) {
    const place = places.findLast((one) => one.from <= location);
    const word = normal(words[location] ?? "").join(" ").slice(0, 6);
    // A word counts less each time: a place with all of the words comes before one that repeats the commonest.
    const again = place.hits.filter((hit) => hit.word === word).length;
    place.score += score / 4 ** again;
    place.hits.push({ location, score, word });
  }
  const place = places.reduce((one, other) => (other.score > one.score ? other : one));
  if (place.id && !place.name) place.name = capital(place.id.replaceAll("-", " "));
  return place;
}

// Some words of a place, from shortly before the stretch in which most was found.
function excerpt(place, words, hits) {
  const marked = new Set(hits.map(({ location }) => location));
  const worth = ({ location: from }) =>
    place.hits.reduce((sum, { location, score }) => sum + (location >= from && location < from + WORDS_SHOWN - WORDS_BEFORE ? score : 0), 0);
  const first = place.hits.reduce((one, other) => (worth(other) > worth(one) ? other : one), place.hits[0]);
  const start = Math.max(place.from, (first?.location ?? 0) - WORDS_BEFORE);
  const shown = words.slice(start, start + WORDS_SHOWN).flatMap((word, index) => [marked.has(start + index) ? made("b", {}, word) : word, " "]);
  // Not <mark>: Orca says "highlight start" and "highlight end" around each of them.
  return made("p", {}, start > place.from ? "… " : "", ...shown, start + WORDS_SHOWN < words.length ? "…" : "");
}

// Showing

// Up to ten results, fewer where their texts would weigh too much. At once come as many as surely fit, then more while
// there is room: a few pages are very long, most are short.
async function show() {
  const now = state;
  const entries = [];
  do {
    const exact = found[now.at]?.exact;
    const sure = exact ? 1 : Math.max(1, Math.floor(now.left / now.longest));
    const next = found.slice(now.at, now.at + Math.min(sure, AT_ONCE - entries.length));
    const shown = await Promise.all(next.map(async (one) => (one.exact ? named(one) : within(await one.data(), now))));
    if (now !== state) return;
    now.at += next.length;
    entries.push(...shown.filter(Boolean));
  } while (now.at < found.length && entries.length < AT_ONCE && (found[now.at].exact || now.left > now.longest * 0.3));
  list.append(...entries);
  more.hidden = now.at >= found.length;
}

function named({ name, url, kind, meeting }) {
  return entry(url, name, kind, meeting, made("p", { className: "label" }, "This is the place you named"));
}

// A page with the place that fits best; nothing when it has not the phrases that were asked for.
function within(page, now) {
  now.left -= weightOf(page);
  const words = wordsOf(page);
  const text = spoken(words.join(" "));
  if (!now.phrases.every((phrase) => text.includes(spoken(phrase)))) return null;
  const hits = hitsOf(page, words);
  const place = best(page, words, hits);
  const { title: name, kind, meeting, language } = page.meta;
  const url = place.id ? `${page.url}#${place.id}` : page.url;
  return entry(url, place.name ? `${place.name}, in: ${name}` : name, kind, meeting, excerpt(place, words, hits), place.name ? "" : language);
}

function spoken(text) {
  return ` ${normal(text).join(" ")} `;
}

// A text is compressed to less than half.
function weightOf(page) {
  return 300 + page.content.length * 0.4;
}

// The language is that of the name, where it is not that of the page.
function entry(url, name, kind, meeting, below, language = "") {
  const facts = [kind === "Other" ? "" : kind, meeting && kind !== "Meeting" ? `meeting of ${meeting}` : ""];
  const line = facts.filter(Boolean).join(", ");
  const about = line ? [made("p", { className: "found-as" }, capital(line))] : [];
  return made("li", {}, made("h3", {}, made("a", { href: url, ...(language && { lang: language }) }, name)), ...about, below);
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function made(tag, attributes, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children.filter((child) => child !== ""));
  return element;
}
