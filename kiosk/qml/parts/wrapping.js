.pragma library

// Where words that need several lines are broken, so that they read well: between clauses where that makes two
// lines, never so that one character or one short word stands alone on the last line, never before a separating
// dot, and not between a figure and what it counts. Nothing of it makes more lines than there were.

const HAN = /[\u2e80-\uffef]/;

// Words as they are shown where `share` is their width in one line in parts of what there is: over 1 they wrap.
function wrapped(text, lang, share) {
    if (share <= 1)
        return text;
    const kept = text.replace(/ · /g, "\u00a0· ");
    const clauses = share <= 2 ? inTwo(kept, lang, share) : "";
    return clauses || (lang === "zh" ? chinese(kept) : lang === "en" ? english(kept, share) : kept);
}

// Both halves on lines of their own, where the words have a place for it and each fits; else "".
function inTwo(text, lang, share) {
    const ends = lang === "zh" ? /[，。；：、！？](?=[^\u00a0])|起(?=可)|  (?=\S)/g : lang === "bo" ? /[།༑] (?=.)|  (?=\S)/g : /[.;:,!?] (?=.)|  (?=\S)/g;
    const whole = width(text, lang);
    let best = "", least = lang === "bo" ? 0.9 : 0.97;
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
        const at = end.index + end[0].length;
        const longer = Math.max(width(text.slice(0, at), lang), width(text.slice(at), lang)) / whole * share;
        if (longer < least) {
            least = longer;
            best = text.slice(0, at).replace(/ +$/, "") + "\n" + text.slice(at);
        }
    }
    return best;
}

// About how wide words are, in Chinese characters.
function width(text, lang) {
    if (lang === "bo")
        // What stands above or below a letter takes no room across.
        return text.replace(/[\u0f71-\u0f84\u0f90-\u0fbc]/g, "").length;
    return Array.from(text).reduce((sum, each) => sum + (HAN.test(each) ? 1 : 0.56), 0);
}

function chinese(text) {
    if (text.length < 6)
        return text;
    const counted = text.replace(/([0-9A-Za-z]) (?=[\u4e00-\u9fff])| (?=\d{3}\*)/g, "$1\u00a0");
    return counted.replace(/([0-9\u4e00-\u9fff])([\u4e00-\u9fff][，。！？：；”）]*)$/, "$1\u2060$2");
}

// Short compounds stay whole. Two words together must not be wider than the room there is.
function english(text, share) {
    const whole = text.replace(/(\b\w{1,9}-)(?=\w{1,9}\b)/g, "$1\u2060");
    const last = whole.match(/\S+ \S{1,7}$/);
    return last !== null && last[0].length / whole.length * share < 0.6 ? whole.replace(/ (\S+)$/, "\u00a0$1") : whole;
}
