pragma Singleton
import QtQuick

// Colours by role and sizes in px of a screen whose shorter side has 1080; core/qt/tokens.py says the same.
// Its "onBoard" is inkOnBoard here: QML takes onBoard for the handler of a signal "board".
QtObject {
    readonly property color page: "#f4f8f9"
    readonly property color surface: "#ffffff"
    readonly property color surfacePressed: "#d7e8ea"
    readonly property color line: "#b9cfd3"
    readonly property color ink: "#10282d"
    readonly property color inkSoft: "#34494e"
    readonly property color primary: "#0a4a55"
    readonly property color primaryPressed: "#06333b"
    readonly property color inkOnPrimary: "#ffffff"
    readonly property color inkOnPrimarySoft: "#d5e9ec"
    readonly property color accent: "#ffb71b"
    readonly property color inkOnAccent: "#2b1c00"
    readonly property color warn: "#7a1f12"
    readonly property color inkOnWarn: "#ffffff"
    readonly property color board: "#08252b"
    readonly property color boardRow: "#0e343c"
    readonly property color inkOnBoard: "#ffffff"
    readonly property color inkOnBoardSoft: "#c6dde1"

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

    // The largest px from `wanted` down to `least` at which words fit into a box, wrapped. Text.Fit does not do:
    // together with a line height it paints outside its box. `advance` is their width in one line at 100 px,
    // `longest` the longest part of them that is never broken, as a share of that width.
    function fitted(wanted: int, least: int, width: real, height: real, advance: real, longest: real, language: string): int {
        for (let px = wanted; px > least; px--) {
            const lines = Math.floor(height / (px * lineRoom(language)));
            const needed = advance * px / 100 * 1.02 + 2;
            const lost = (lines - 1) * longest * needed;
            if (lines > 0 && longest * needed <= width && needed + lost <= lines * width)
                return px;
        }
        return Math.max(1, least);
    }
}
