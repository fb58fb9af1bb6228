pragma Singleton
import QtQuick

// Colours by role and sizes in px of a screen whose shorter side has 1080; core/qt/tokens.py says the same.
// Its "onBoard" is inkOnBoard here: QML takes onBoard for the handler of a signal "board".
QtObject {
    id: root

    // One key of the kiosk: white and yellow on black, for poor sight.
    property bool high: false
    // Large type: what letters are multiplied with, 1 or 1.35. Boxes that hold them grow with it.
    property real scale: 1
    // Least px of a finger's target on this panel, set by the kiosk's Frame; 0: the panel's size is not known.
    property real finger: 0

    readonly property color page: high ? "#000000" : "#f4f8f9"
    readonly property color surface: high ? "#000000" : "#ffffff"
    readonly property color surfacePressed: high ? "#1a1a1a" : "#d7e8ea"
    readonly property color line: high ? "#ffffff" : "#b9cfd3"
    readonly property color ink: high ? "#ffffff" : "#10282d"
    readonly property color inkSoft: high ? "#f0f0f0" : "#34494e"
    readonly property color primary: high ? "#fff500" : "#0a4a55"
    readonly property color primaryPressed: high ? "#ffffff" : "#06333b"
    readonly property color inkOnPrimary: high ? "#000000" : "#ffffff"
    readonly property color inkOnPrimarySoft: high ? "#000000" : "#d5e9ec"
    readonly property color banner: high ? "#000000" : "#0a4a55"
    readonly property color bannerPressed: high ? "#1a1a1a" : "#06333b"
    readonly property color inkOnBanner: high ? "#ffffff" : "#ffffff"
    readonly property color inkOnBannerSoft: high ? "#f0f0f0" : "#d5e9ec"
    readonly property color accent: high ? "#fff500" : "#ffb71b"
    readonly property color inkOnAccent: high ? "#000000" : "#2b1c00"
    readonly property color warn: high ? "#ffece6" : "#7a1f12"
    readonly property color inkOnWarn: high ? "#000000" : "#ffffff"
    readonly property color board: high ? "#000000" : "#08252b"
    readonly property color boardRow: high ? "#141414" : "#0e343c"
    readonly property color inkOnBoard: high ? "#ffffff" : "#ffffff"
    readonly property color inkOnBoardSoft: high ? "#f0f0f0" : "#c6dde1"

    readonly property int space: 24
    readonly property int radius: 18
    readonly property int target: 112
    readonly property int tiny: 26
    readonly property int small: 32
    readonly property int body: 40
    readonly property int title: 52
    readonly property int large: 72
    readonly property int number: 260

    readonly property var families: ({
        "zh": "Noto Sans CJK SC",
        "bo": "Noto Serif Tibetan",
        "en": "Noto Sans CJK SC"
    })

    // The family of a language; core.qt.fonts makes it fall back to the next one of its list.
    function family(language: string): string {
        return families[language] ?? families["zh"];
    }

    // Chinese and Tibetan of the same px look the same size when Tibetan is set a little smaller.
    function size(pixels: real, language: string): int {
        return Math.round(language === "bo" ? pixels * 0.9 : pixels);
    }

    // Noto Serif Tibetan's own line is 2.81 em, of which letters use 1.95 (measured: 1.25 above the baseline,
    // 0.7 below). Factor on the distance of two lines:
    function lineHeight(language: string): real {
        return language === "bo" ? 0.72 : 1.0;
    }

    // Empty em above and below the letters of a text, which may stand outside its box:
    function emptyAbove(language: string): real {
        return language === "bo" ? 0.22 : 0;
    }

    function emptyBelow(language: string): real {
        return language === "bo" ? 0.64 : 0;
    }

    // Room of one line, in parts of its px.
    function lineRoom(language: string): real {
        return language === "bo" ? 2.03 : 1.46;
    }

    // Room of a label whose words stand in one line each.
    function labelRoom(label: var, pixels: real, alone: bool): real {
        const below = label.below.text === "" || alone ? 0 : lineRoom(label.below.lang) * 0.62;
        return (lineRoom(label.main.lang) + below) * pixels * scale;
    }

    // The longest part of words that is never broken, as a share of all of them: Chinese may be broken between
    // any two characters but not within the figures and Latin words in it, which are about half as wide; English
    // at spaces, Tibetan after each syllable.
    function longest(text: string, language: string): real {
        if (language === "zh") {
            const runs = text.split(/[\s\u2e80-\uffef]/).map(run => run.length);
            const narrow = runs.reduce((sum, run) => sum + run, 0);
            return Math.min(1, (Math.max(...runs) * 0.56 + 2) / Math.max(1, text.length - narrow * 0.44));
        }
        const parts = text.split(language === "bo" ? /[ \u0f0b]/ : / /);
        const most = Math.max(...parts.map(part => part.length));
        // Letters of Tibetan that stand below others take no room across: a syllable may be wider than its share.
        return Math.min(1, (most + 1) * (language === "bo" ? 1.2 : 1) / Math.max(1, text.length));
    }

    // A label measured once, for `flow` at any size. `words` alone is what `fitted` wants to know.
    function measured(label: var, bold: bool): var {
        return { main: measuredWords(label.main, bold), below: measuredWords(label.below, false) };
    }

    // Words in one language: their width in one line at 100 px, and the longest part that is never broken.
    function measuredWords(said: var, bold: bool): var {
        if (said.text === "")
            return { advance: 0, longest: 0, lang: said.lang };
        return { advance: advance(said.text, said.lang, bold), longest: longest(said.text, said.lang), lang: said.lang };
    }

    // A text measured by an item of its own costs more than the letters: one for each font does for all.
    function advance(text: string, language: string, bold: bool): real {
        if (language === "bo")
            return (bold ? tibetanBold : tibetan).advanceWidth(text);
        return (bold ? otherBold : other).advanceWidth(text);
    }

    readonly property FontMetrics tibetan: FontMetrics { font { family: root.family("bo"); pixelSize: 100 } }
    readonly property FontMetrics tibetanBold: FontMetrics { font { family: root.family("bo"); pixelSize: 100; bold: true } }
    readonly property FontMetrics other: FontMetrics { font { family: root.family("zh"); pixelSize: 100 } }
    readonly property FontMetrics otherBold: FontMetrics { font { family: root.family("zh"); pixelSize: 100; bold: true } }

    // Height in which a measured label stands at that px, wrapped to a width; in the visitor's language alone,
    // or in both.
    function flow(measured: var, pixels: real, width: real, alone: bool): real {
        const main = flowWords(measured.main, pixels, width);
        return alone ? main : main + flowWords(measured.below, pixels * 0.62, width);
    }

    function flowWords(measured: var, pixels: real, width: real): real {
        return measured.advance === 0 ? 0 : room(size(pixels * scale, measured.lang), width, measured.advance, measured.longest, measured.lang);
    }

    // Height in which words stand wrapped at that px: what `fitted` needs to take all of it.
    function room(pixels: int, width: real, advance: real, longest: real, language: string): real {
        const needed = advance * pixels / 100 * 1.02 + 2;
        const lost = longest * needed;
        const lines = width > lost ? Math.max(1, Math.ceil((needed - lost) / (width - lost))) : 99;
        return Math.ceil(lines * pixels * lineRoom(language)) + 1;
    }

    // The largest part of the usual letters, down to 0.4, at which `height(part)` is no more than `room`.
    function shrunk(room: real, height: var): real {
        // Most words fit as they are. Smaller letters never need more room, so that of twenty sizes five are tried.
        if (height(1) <= room)
            return 1;
        let fits = 20, less = 0;
        while (fits - less > 1) {
            const middle = (fits + less) >> 1;
            if (height(1 - 0.03 * middle) <= room)
                fits = middle;
            else
                less = middle;
        }
        return fits < 20 ? 1 - 0.03 * fits : 0.4;
    }

    // The least height of something touched whose usual height in px is `usual`, at the scale of the letters.
    function touchable(usual: real): real {
        return Math.max(usual * scale, finger);
    }

    // The largest px from `wanted` down to `least` at which words fit into a box, wrapped. Text.Fit does not do:
    // together with a line height it paints outside its box. `advance` is their width in one line at 100 px,
    // `longest` the longest part of them that is never broken, as a share of that width.
    function fitted(wanted: int, least: int, width: real, height: real, advance: real, longest: real, language: string): int {
        const line = lineRoom(language);
        // In steps: each size that is used keeps pictures of its own of the letters.
        for (let px = wanted; px > least; px -= Math.max(1, Math.floor(px / 14))) {
            const lines = Math.floor(height / (px * line));
            const needed = advance * px / 100 * 1.02 + 2;
            const lost = (lines - 1) * longest * needed;
            if (lines > 0 && longest * needed <= width && needed + lost <= lines * width)
                return px;
        }
        return Math.max(1, least);
    }
}
