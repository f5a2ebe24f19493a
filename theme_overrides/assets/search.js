// The search page. What names a place (minute 921, paragraph 28) or a day is looked up in a list of references; every
// other search, and the rest of that one, is answered by Pagefind's index of the pages. Both lie on this site. All that
// is found is shown at once, and the lists below only then, so that nothing moves that is being read. What a search loads
// keeps to pagefind/budget.json (exports/weighing.py), however many words are asked for and pages are found.
//
// Of a content security policy it needs: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'.

"use strict";

const HERE = new URL("../", document.currentScript.src);
const AT_ONCE = 10;
const WORDS_SHOWN = 30;
const WORDS_BEFORE = 6;
// The signs of exports/marking.py: before a word that is passed over, and before a word that only the index reads.
const SIGN = "\u3164";
const UNSEEN = "⟫";
// Letters that are no other letter with a mark, as exports/marking.py has them.
const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h" };
// Words that people write short, as exports/marking.py has them.
const SHORT = { cllr: "councillor", clr: "councillor", cllrs: "councillors", cttee: "committee", govt: "government", dept: "department" };
// Runs of these are written without spaces: each letter is a word of the index.
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
// What may be typed around a day and names nothing.
const AROUND_DAYS = new Set(["meeting", "meetings", "minute", "minutes", "agenda", "agendas", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
// Behind a number: how it may be written, and what it is compared as.
const UNITS = { m: "million", bn: "billion", k: "thousand", percent: "", "per cent": "" };
// What words of one stem may end in.
const ENDINGS = new RegExp(`^(?:${"s|es|e|ed|d|er|ers|or|ors|ing|ings|ion|ions|ation|ations|ational|ment|ments|ly|y|ies|ied|ier|i|al|ally|als|ity|ities|ive|ives|ic|ical|ance|ances|ence|ences|ant|ants|ent|ents|ness|iness|ful|fully|less|ous|ously|able|ably|ible|ism|ist|ists|ize|ized|izes|izing|ization|ate|ated|ates|ating|ator"})?$`);
const NAMED = new Set(["item", "minute", "paragraph", "commitment", "action", "motion", "amendment"]);
const SAID_OTHERWISE = { para: "paragraph", paras: "paragraph", paragraphs: "paragraph", resolution: "minute", minutes: "minute", items: "item", actions: "action", commitments: "commitment", promise: "commitment" };
// Runs of letters or digits that the number of a place can have.
const MOST_PARTS = 6;
// Ids of places that have no heading of their own.
// What people ask for when they want to know until when a question can be sent.
const LAST_DAY_FOR_QUESTIONS = /\b(?:deadlines?|last (?:day|date)|closing date|by when|until when)\b.*\bquestions?\b|\bquestions?\b.*\b(?:deadlines?|last (?:day|date)|closing date|by when|until when)\b/i;
const PLACE = /(?:^|-)(?:item|minute|paragraph|commitment|action|question)-[\w.-]+$/;

const whole = document.getElementById("main");
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
  const asked = [...new FormData(form)].filter(([name, value]) => name === "q" || value.trim());
  history.pushState(null, "", `?${new URLSearchParams(asked)}`);
  search();
});
window.addEventListener("popstate", search);
more.addEventListener("click", async () => {
  const first = list.children.length;
  state.left = (await budget()).text * AT_ONCE;
  await show();
  list.children[first]?.querySelector("a").focus();
  const last = list.children.length;
  const of = state.phrases.length ? "" : ` of ${found.length - state.again}`;
  count.textContent = last > first ? `Results ${first + 1} to ${last}${of} were added.` : "No more results were found.";
});
search();

// Search for what the address asks for, and put it into the form, so that an address can be sent to somebody.
async function search() {
  const mine = ++latest;
  const asked = new URLSearchParams(location.search);
  const words = clean(asked.get("q") ?? "").trim();
  const narrowed = ["kind", "year", "body"].map((name) => [name, asked.getAll(name)]).filter(([, some]) => some.length);
  form.elements.q.value = words;
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = asked.getAll(box.name).includes(box.value);
  const help = form.elements.help.checked;
  if (narrowed.length) document.getElementById("search-narrow").open = true;
  list.replaceChildren();
  section.hidden = true;
  document.title = words ? `${words} – ${title}` : title;
  count.textContent = words ? `Searching for ${words}` : asked.has("q") ? form.dataset.empty : "";
  whole.classList.toggle("searching", Boolean(words));
  if (!words) return;
  try {
    const day = dayIn(words);
    const before = files.size;
    const places = await named(day, words, narrowed);
    const spent = (files.size - before) * (await budget()).reference;
    if (mine !== latest) return;
    const pages = await indexed(day?.words ?? words, narrowed, help, spent);
    if (mine !== latest) return;
    found = [...places, ...pages.results];
    state = { ...pages, at: 0, named: new Set(places.map(({ url }) => url)), again: 0 };
    await show();
    if (mine !== latest) return;
    const meant = found.length ? "" : await corrected(words, pages.room);
    if (mine !== latest) return;
    count.replaceChildren(...told(words, narrowed.flatMap(([, some]) => some), meant));
    if (!list.children.length && more.hidden && !help && state.asked > state.without.length) count.append(" ", made("a", { href: asking("help", form.elements.help.value) }, "Search the help and the guide for editors too"));
    section.hidden = !list.children.length && more.hidden;
  } catch (error) {
    count.textContent = "The search did not work. The lists on this page lead to every page.";
    throw error;
  } finally {
    if (mine === latest) whole.classList.remove("searching");
  }
}

// The address of this search, with one thing asked otherwise.
function asking(name, value) {
  const asked = new URLSearchParams(location.search);
  asked.set(name, value);
  return `?${asked}`;
}

// What the search came to, in words and links.
function told(words, narrowed, meant) {
  const number = list.children.length;
  const within = narrowed.length ? `, narrowed to ${narrowed.join(", ")}` : "";
  const without = state.without.length ? ` Left out, because a search for all of these words would load too much: ${state.without.join(", ")}.` : "";
  const further = state.phrases.length && state.at < found.length;
  if (!state.asked && state.common) return [`Not searched: ${words} is on most pages. Add other words, or try the lists below.`];
  if (!number && state.asked && state.without.length === state.asked) return [`A search for ${words}${within} would load too much. Add a rarer word${narrowed.length ? ", narrow it by less," : ","} or try the lists below.`];
  if (further && !number) return [`Nothing so far for ${words}${within}, in the ${state.at} pages that fit best. Show more results to look on.${without}`];
  if (!number && meant) return [`Nothing was found for ${words}${within}. Did you mean `, made("a", { href: asking("q", meant) }, meant), `?${without}`];
  if (!number) return [`Nothing was found for ${words}${within}. Try fewer or other words, or the lists below.${without}`];
  const many = state.phrases.length ? number : found.length - state.again;
  const sentence = `${many} ${many === 1 ? "result" : "results"}${further ? " so far" : ""} for ${words}${within}`;
  return [without ? `${sentence}.${without}` : sentence];
}

// Words

// A text without what nobody sees: zero-width signs and soft hyphens that came with what was pasted.
function clean(text) {
  return text.normalize("NFC").replace(/[\p{Cf}\p{Cc}\u3164]+/gu, "");
}

// A text in small letters, without accents and without apostrophes: Seán O’Brien is sean obrien.
function plain(text) {
  const letters = clean(text).toLowerCase().normalize("NFKD").replace(/\p{M}+|(?<=\p{L}\p{M}*)['’ʼ‘`´](?=\p{L})/gu, "");
  return letters.replace(/[łøđðþßæœıħ]/g, (letter) => LETTERS[letter]);
}

// The words and numbers of a text as they are compared: "£32,500 (13.5%) or 1.2m" is 32500, 13.5, or, 1.2, million.
function terms(text) {
  const parts = plain(text).match(new RegExp(String.raw`\d+(?:[.,]\d+)*|[${UNSPACED}]|[^\P{L}${UNSPACED}]+`, "gu")) ?? [];
  return parts.flatMap((part, at) => {
    if (/^\d/.test(part)) return [/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(part) ? part.replace(/[.,]/g, "") : part.replaceAll(",", ".")];
    const after = /^\d/.test(parts[at - 1] ?? "");
    if (part === "cent" && parts[at - 1] === "per" && /^\d/.test(parts[at - 2] ?? "")) return [];
    const unit = after ? UNITS[part === "per" && parts[at + 1] === "cent" ? "per cent" : part] : undefined;
    return unit === undefined ? [SHORT[part] ?? part] : [unit].filter(Boolean);
  });
}

// References

// The same normal form as in pages/references.py: "Minute 921(ii)" is minute, 921, ii.
function normal(text) {
  return text.toLowerCase().match(/\d+(?:\.\d+)*|\p{L}+/gu) ?? [];
}

// The day or month that was typed, in any usual form, as numbers from the year on, and the search with it in words.
function dayIn(typed) {
  const month = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?<name>[a-z]*)\.?`;
  const forms = [
    String.raw`(?<year>\d{4})[-./](?<m>\d{1,2})(?:[-./](?<day>\d{1,2}))?`,
    form.dataset.dates === "month first" ? String.raw`(?<m>\d{1,2})([-./])(?<day>\d{1,2})\2(?<year>\d{4}|\d\d)` : String.raw`(?<day>\d{1,2})([-./])(?<m>\d{1,2})\2(?<year>\d{4}|\d\d)`,
    String.raw`(?<m>\d{1,2})/(?<year>\d{4})`,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${month}(?:,?[\s-]+(?<year>\d{4}|\d\d))?`,
    String.raw`${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?`,
    String.raw`${month},?\s+(?<year>\d{4})`,
  ];
  for (const one of forms) {
    const seen = typed.match(new RegExp(String.raw`(?<![\w./-])${one}(?![\w/-]|\.\d)`, "i"));
    const { year = "", m, month: begun = "", name = "", day = "" } = seen?.groups ?? {};
    const number = m ? Number(m) : MONTHS.findIndex((full) => full.toLowerCase().startsWith(`${begun}${name}`.toLowerCase())) + 1;
    if (!seen || number < 1 || number > 12 || Number(day) > 31 || (begun && !`${begun}${name}`)) continue;
    const full = year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
    const words = [day && String(Number(day)), MONTHS[number - 1], full].filter(Boolean).join(" ");
    const key = [full, String(number).padStart(2, "0"), day && day.padStart(2, "0")].filter(Boolean).join(" ");
    return { key, words: typed.replace(seen[0], words), others: normal(typed.replace(seen[0], " ")) };
  }
  return null;
}

// What is named first of all: a place by its reference, else the meetings of a day or a month.
async function named(day, words, narrowed) {
  const lastDay = LAST_DAY_FOR_QUESTIONS.test(words) ? fittingPlaces(await looked("question deadline"), [], narrowed) : [];
  const places = [...lastDay, ...(await referred(day?.words ?? words, narrowed))];
  if (places.length || !day) return places;
  const { common } = await budget();
  const others = day.others.filter((word) => !common.includes(word) && !AROUND_DAYS.has(word));
  const asked = day.others.some((word) => /^minutes?$/.test(word)) ? "minutes" : day.others.some((word) => /^agendas?$/.test(word)) ? "agenda" : "meeting";
  for (const kind of new Set([asked, "meeting"])) {
    const fitting = fittingPlaces(await looked(`${kind} ${day.key}`), others, narrowed);
    if (fitting.length) return fitting;
  }
  return [];
}

// The places that the words name: a reference, and beside it only words that are in the place's full name.
async function referred(words, narrowed) {
  const typed = normal(words).map((word) => SAID_OTHERWISE[word] ?? word);
  const numbered = (after) => /^(?:[ivxl]+|[a-z])$/.test(after[0] ?? "") || after.some((word) => /^\d/.test(word));
  const at = typed.findIndex((word, index) => NAMED.has(word) && numbered(typed.slice(index + 1, index + 1 + MOST_PARTS)));
  const asked = at >= 0 ? [typed[at]] : typed[0]?.includes(".") ? ["paragraph", "item"] : ["minute", "action", "commitment"];
  const number = at >= 0 ? typed.slice(at + 1) : typed;
  if (at < 0 && !/^\d/.test(typed[0] ?? "")) return [];
  const { common } = await budget();
  // The longest number that is there: 921 ii before 921, and 19 20 fra 15 of "19-20/FRA/15".
  for (let length = Math.min(number.length, MOST_PARTS); length > 0; length -= 1) {
    const others = [...typed.slice(0, Math.max(at, 0)), ...number.slice(length)].filter((word) => !common.includes(word));
    // A number alone is first of all a minute; the actions that follow from the whole of it are not meant.
    const tried = asked.filter((kind) => at >= 0 || length > 1 || kind !== "action");
    const places = await Promise.all(tried.map((kind) => looked([kind, ...number.slice(0, length)].join(" "))));
    const fitting = fittingPlaces(places.flat(), others, narrowed);
    if (fitting.length) return fitting;
  }
  return [];
}

// Those places that are of what the search is narrowed to and have all other words in their names, each once.
function fittingPlaces(places, others, narrowed) {
  const fitting = places.filter(([name, , kind, day, ...bodies]) => {
    const said = new Set([...normal(name), ...terms(name), kind.toLowerCase()]);
    // A day may be as "4 March 2026 (Planning Committee)".
    const has = { kind: (one) => one === kind, year: (one) => day.includes(` ${one}`), body: (one) => bodies.includes(one) };
    const wanted = narrowed.every(([name, some]) => some.some(has[name]));
    return wanted && others.every((word) => said.has(word));
  });
  const entries = fitting.map(([name, address, kind, meeting]) => [address, { name, url: new URL(address, HERE).href, kind, meeting, exact: true }]);
  return [...new Map(entries).values()];
}

// The places of one reference, from the file that holds it: a large site has several.
async function looked(reference, file = "search/references.json") {
  const { entries, parts } = await read(file);
  if (reference in entries) return placesOf(entries[reference]);
  const part = Object.keys(parts).find((start) => reference.startsWith(start));
  return part ? looked(reference, parts[part]) : [];
}

// What several places share is written once: the same form as in pages/references.py.
function placesOf(entry) {
  if (Array.isArray(entry)) return entry;
  const { name, end, kind, dated, places } = entry;
  return places.map(([rest, page, day, ...bodies]) => [`${name}${rest}${dated ? `, ${day}` : ""}`, page + end, kind, day, ...bodies]);
}

async function read(file) {
  if (!files.has(file)) files.set(file, fetch(new URL(file, HERE)).then((answer) => answer.json()));
  return files.get(file);
}

// Pages

function budget() {
  return read("pagefind/budget.json");
}

// The pages with all words. `spent` are the bytes that the references took.
async function indexed(words, narrowed, help, spent) {
  const { common, left, text, suggestions, ...index } = await budget();
  const indexes = [index, ...[index.changed].filter(Boolean)];
  const said = terms(words);
  const units = new Set(Object.values(UNITS));
  const asked = [...new Set(said.filter((term, at) => !(units.has(term) && /^\d/.test(said[at - 1] ?? ""))))];
  const telling = asked.filter((word) => !common.includes(word));
  const phrases = phrasesIn(words);
  const narrowing = [...narrowed.map(([name]) => name), ...(help ? [] : ["help"])];
  const reserved = Math.max(text * indexes.length, suggestions);
  const [chosen, rest] = affordable(telling, left - spent - sumOf(indexes, ({ filters }) => sumOf(narrowing, (name) => filters[name] ?? 0)) - reserved, indexes);
  const without = telling.filter((word) => !chosen.includes(word));
  const nothing = { results: [], phrases, without, left: 0, longest: text, room: rest + reserved - text, asked: telling.length, common: said.length > telling.length };
  if (!chosen.length) return nothing;
  if (!pagefind) {
    pagefind = await import(new URL("pagefind/pagefind.js", HERE));
    // On the page itself, so that the content security policy needs no worker-src.
    await pagefind.options({ noWorker: true });
    if (index.changed?.fresh.length) await pagefind.mergeIndex(new URL("pagefind/changed/", HERE).href, { baseUrl: HERE.pathname });
  }
  const within = Object.fromEntries(narrowed.map(([name, some]) => [name, { any: some }]));
  if (!help) within.not = { help: form.elements.help.value };
  const answer = await pagefind.search(chosen.map(asIndexed).join(" "), { filters: within });
  const results = await current(answer.results, chosen, index.changed);
  if (!results.length) return nothing;
  return { results, phrases, without, left: rest + reserved - text * (indexes.length - 1), longest: text, asked: telling.length };
}

// The results that are meant, of the whole index and of the one of pages that changed since: what is out of date is left
// out, and each index answers for itself.
async function current(results, chosen, changed = { stale: [], fresh: [] }) {
  const there = results.filter(({ id }) => !changed.stale.includes(id));
  const parts = [false, true].map((fresh) => there.filter(({ id }) => changed.fresh.includes(id) === fresh));
  const right = await Promise.all(parts.map(async (part) => part.length > 0 && (await meant(part[0], chosen))));
  return there.filter(({ id }) => right[Number(changed.fresh.includes(id))]);
}

function sumOf(some, size) {
  return some.reduce((sum, each) => sum + size(each), 0);
}

// The shortest beginning of a word that its stem may be: meet of meeting, run of runnings.
function shortestStem(word) {
  const ends = (rest) => ENDINGS.test(rest) || ENDINGS.test(rest.replace(/s$/, ""));
  for (let at = 3; at < word.length; at += 1) {
    if (ends(word.slice(at)) || (word[at] === word[at - 1] && ends(word.slice(at + 1)))) return word.slice(0, at);
  }
  return word;
}

// As exports/marking.py has decimals read, which Pagefind would take for whole numbers.
function asIndexed(word) {
  return word.replace(/(?<=\d)\.(?=\d)/g, "d");
}

// What a page must hold as it was typed: what stands between quotation marks, a number with its unit, and words of a
// script without spaces.
function phrasesIn(words) {
  const quoted = [...words.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map(([, phrase]) => phrase);
  const numbers = words.match(/\d[\d.,]*\s*(?:m|bn|k|[mb]illion|thousand)(?!\p{L})/giu) ?? [];
  const unspaced = words.match(new RegExp(`[${UNSPACED}]{2,}`, "gu")) ?? [];
  return [...quoted, ...numbers, ...unspaced];
}

// The words that may be looked up together, those of the lightest pieces of the indexes, and the bytes that are then left.
function affordable(words, left, indexes) {
  // Looked up are the word and its stem, which may stand in another piece.
  const within = (word, { pieces }) => {
    const read = asIndexed(word);
    const [from, to] = [shortestStem(read), read].map((part) => pieces.findLastIndex(([first]) => first <= part));
    return (pieces[to]?.[1] ?? 0) + Math.max(0, ...pieces.slice(Math.max(0, from), to).map(([, size]) => size));
  };
  const weight = (word) => sumOf(indexes, (index) => within(word, index));
  const chosen = [];
  for (const word of [...words].sort((one, other) => weight(one) - weight(other))) {
    if (weight(word) > left) break;
    left -= weight(word);
    chosen.push(word);
  }
  return [words.filter((word) => chosen.includes(word)), Math.max(0, left)];
}

// Pagefind answers a word that is nowhere with the longest beginning of it that is somewhere: wombat with W. All
// results are then of that kind, so the first one tells.
async function meant(result, asked) {
  const page = await result.data();
  const words = wordsOf(page);
  const hits = terms([...page.locations.map((at) => words[at] || words[at - 1]), page.meta.title].join(" "));
  // Words that a sign joins may be one in the index: multi-agency.
  const joined = page.locations.map((at) => terms(words[at] ?? "").join(""));
  return asked.every((word) => [...hits, ...joined].some((hit) => alike(word, hit)));
}

// Whether a word of a page is the one asked for, which may go on or have another ending. A number may not.
function alike(asked, hit) {
  if (/^\d/.test(asked)) return hit === asked;
  if (hit.startsWith(asked)) return true;
  let same = 0;
  while (same < asked.length && asked[same] === hit[same]) same += 1;
  const rest = (word) => (word[same] === word[same - 1] ? word.slice(same + 1) : word.slice(same));
  return same > 2 && ENDINGS.test(rest(asked)) && ENDINGS.test(rest(hit));
}

// What was typed with the nearest word of this site for each that it does not have, where there is one for all.
async function corrected(typed, room) {
  if (!(await budget()).suggestions || room < (await budget()).suggestions) return "";
  const { words } = await read("pagefind/words.json");
  const known = words.map((some) => some.split(" ").map((word) => [plain(word), word]));
  const every = known.flat();
  let instead = typed;
  for (const word of new Set(typed.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [])) {
    const wrong = plain(word);
    if (wrong.length < 4 || every.some(([right]) => alike(wrong, right))) continue;
    const nearest = nearestOf(wrong, every);
    if (!nearest) return "";
    instead = instead.replaceAll(word, nearest);
  }
  return instead === typed ? "" : instead;
}

// The word with the fewest letters otherwise, the commonest of several: they come in that order.
function nearestOf(wrong, words) {
  const most = wrong.length > 7 ? 2 : 1;
  let [nearest, least] = ["", Infinity];
  for (const [right, word] of words.filter(([right]) => Math.abs(right.length - wrong.length) <= most)) {
    const slipped = slips(wrong, right);
    const otherwise = slipped + (right[0] === wrong[0] ? 0 : 0.5);
    if (slipped <= most && otherwise < least) [nearest, least] = [word, otherwise];
  }
  return nearest;
}

// How many letters must be put in, left out, changed, or exchanged with the next, to make one word of another.
function slips(one, other) {
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const changed = last[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1);
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, changed);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

// The words of a page as it shows them; those that only the index reads are empty.
function wordsOf(page) {
  return page.content.replaceAll(SIGN, "").split(/\s+/).map((word) => (word.startsWith(UNSEEN) ? "" : word));
}

// Every place of a word that was found: the index has the first few of each, the text has all.
function hitsOf(page, words) {
  const seen = (location) => (words[location] ? location : location - 1);
  const known = new Map(page.weighted_locations.map(({ location, balanced_score: score }) => [seen(location), score]));
  const scores = new Map([...known].map(([location, score]) => [terms(words[location] ?? "").join(" "), score]));
  return words.flatMap((word, location) => {
    const score = known.get(location) ?? scores.get(terms(word).join(" "));
    return score === undefined || !terms(word).length ? [] : [{ location, score }];
  });
}

// Where in a page the words were found most, but for places that were named already: the place's name and id, and the
// words around. Nothing where there is no other.
function best(page, words, hits, named) {
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
    const word = terms(words[location] ?? "").join(" ").slice(0, 6);
    // A word counts less each time: a place with all of the words comes before one that repeats the commonest.
    const again = place.hits.filter((hit) => hit.word === word).length;
    place.score += score / 4 ** again;
    place.hits.push({ location, score, word });
  }
  const others = places.filter(({ id }) => !named.has(addressOf(page, id)));
  if (others.length < places.length && !others.some(({ score }) => score)) return null;
  const place = others.reduce((one, other) => (other.score > one.score ? other : one));
  if (place.id && !place.name) place.name = capital(place.id.replaceAll("-", " "));
  return place;
}

function addressOf(page, id) {
  return new URL(id ? `${page.url}#${id}` : page.url, location.href).href;
}

// Some words of a place, from shortly before the stretch in which most was found.
function excerpt(place, words, hits) {
  const marked = new Set(hits.map(({ location }) => location));
  const worth = ({ location: from }) =>
    place.hits.reduce((sum, { location, score }) => sum + (location >= from && location < from + WORDS_SHOWN - WORDS_BEFORE ? score : 0), 0);
  const first = place.hits.reduce((one, other) => (worth(other) > worth(one) ? other : one), place.hits[0]);
  const start = Math.max(place.from, (first?.location ?? 0) - WORDS_BEFORE);
  const shown = words.slice(start, start + WORDS_SHOWN).flatMap((word, index, all) => [marked.has(start + index) ? made("b", {}, word) : word, spaced(word, all[index + 1]) ? " " : ""]);
  // Not <mark>: Orca says "highlight start" and "highlight end" around each of them.
  return made("p", {}, start > place.from ? "… " : "", ...shown, start + WORDS_SHOWN < words.length ? "…" : "");
}

function spaced(word, next = "") {
  const unspaced = new RegExp(`^[${UNSPACED}]$`, "u");
  return word && !(unspaced.test(word) && unspaced.test(next.slice(0, 1)));
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
    const shown = await Promise.all(next.map(async (one) => (one.exact ? namedPlace(one) : within(await one.data(), now))));
    if (now !== state) return;
    now.at += next.length;
    entries.push(...shown.filter(Boolean));
  } while (now.at < found.length && entries.length < AT_ONCE && (found[now.at].exact || now.left >= now.longest));
  list.append(...entries);
  more.hidden = now.at >= found.length;
}

function namedPlace({ name, url, kind, meeting }) {
  return entry(url, name, kind, meeting, made("p", { className: "label" }, "This is the place you named"));
}

// A page with the place that fits best; nothing when it has not the phrases that were asked for.
function within(page, now) {
  now.left -= weightOf(page);
  const words = wordsOf(page);
  const text = spoken(words.join(" "));
  if (!now.phrases.every((phrase) => text.includes(spoken(phrase)))) return null;
  const hits = hitsOf(page, words);
  const place = best(page, words, hits, now.named);
  if (!place) now.again += 1;
  if (!place) return null;
  const { title: name, kind, meeting, language } = page.meta;
  return entry(addressOf(page, place.id), place.name ? `${place.name}, in: ${name}` : name, kind, meeting, excerpt(place, words, hits), place.name ? "" : language);
}

function spoken(text) {
  return ` ${terms(text).join(" ")} `;
}

// A text is compressed to less than half, with the names of its places.
function weightOf(page) {
  return 400 + new TextEncoder().encode(page.content).length / 2;
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
