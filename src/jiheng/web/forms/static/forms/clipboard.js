// A block from Excel, WPS or a web page as rows of cells.

/** Rows of texts; undefined where a merged cell covers; null where it is no block. */
export function blockIn(data, isProse) {
  const html = data.getData("text/html");
  const table = /<table[\s>]/i.test(html)
    ? new DOMParser().parseFromString(html, "text/html").querySelector("table")
    : null;
  const rows = table ? fromTable(table) : fromText(data.getData("text/plain"), isProse);
  return rows.length > 1 || rows[0]?.length > 1 ? rows : null;
}

function fromTable(table) {
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((tr, at) => {
    let column = 0;
    for (const cell of tr.cells) {
      while (column in rows[at]) column += 1;
      cover(rows, at, column, cell);
      rows[at][column] = textOf(cell);
      column += cell.colSpan;
    }
  });
  return rows.filter((row) => row.length);
}

/** Marks the places that a cell takes, up to what a sheet can hold. */
function cover(rows, at, column, cell) {
  const height = Math.min(cell.rowSpan || 1, rows.length - at);
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < Math.min(cell.colSpan, 100); right += 1) {
      rows[at + down][column + right] = undefined;
    }
  }
}

/** A cell's text: line breaks where it has them, source formatting left out. */
function textOf(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("br").forEach((each) => each.replaceWith("\u0001"));
  copy.querySelectorAll("p + p, div + div").forEach((each) => each.prepend("\u0001"));
  return copy.textContent.replace(/\s+/g, " ").replace(/ ?\u0001 ?/g, "\n").trim();
}

/** Tabs part cells, line breaks rows; a quoted cell may hold both. */
function fromText(text, isProse) {
  if (isProse && !text.includes("\t")) return [];
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex <= text.length) {
    const [, quoted, plain, end] = cell.exec(text);
    rows.at(-1).push((quoted?.replace(/""/g, '"').replace(/\r\n?/g, "\n") ?? plain).trim());
    if (!end) break;
    if (end !== "\t") rows.push([]);
  }
  if (rows.length > 1 && rows.at(-1).join("") === "") rows.pop();
  return rows;
}
