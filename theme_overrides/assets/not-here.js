// The page for an address that does not exist: it leads to the nearest page above that address which is there, and to a
// search for the words of the address. Without this script, the page lists the sections.
//
// Of a content security policy it needs: script-src 'self'; connect-src 'self'.

"use strict";

const nearest = document.getElementById("nearest");
const home = new URL(nearest.dataset.home, location.href);

lead(location.pathname.startsWith(home.pathname) ? location.pathname.slice(home.pathname.length).split("/").filter(Boolean) : []);

async function lead(parts) {
  const words = said(parts.at(-1) ?? "");
  const [page, search] = nearest.querySelectorAll("a");
  for (let above = parts.slice(0, -1); above.length; above = above.slice(0, -1)) {
    const address = new URL(`${above.join("/")}/`, home);
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) continue;
    const title = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main h1"); // of a page of ours, and no list of a folder
    if (!title) continue;
    page.href = address.href;
    page.textContent = title.textContent.trim();
    search.href = `${search.href}?${new URLSearchParams({ q: words })}`;
    search.append(` “${words}”`);
    nearest.hidden = false;
    document.getElementById("not-here").hidden = true;
    return;
  }
}

// The words of the last part of an address: "near-misses.html" is near misses.
function said(part) {
  try {
    return decodeURIComponent(part).replace(/\.\w+$/, "").replace(/[-_+]+/g, " ");
  } catch {
    return part; // what is no text in UTF-8
  }
}
