// Reads vCards on standard input; writes them as jCards (RFC 7095), one list of properties a card.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const parsed = ICAL.parse(readFileSync(0, "utf8"));
const cards = parsed[0] === "vcard" ? [parsed] : parsed;
process.stdout.write(JSON.stringify(cards.map(card => card[1])));
