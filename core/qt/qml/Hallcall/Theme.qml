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

    // Tibetan letters are smaller in their em and stand on a line of 2.8 em.
    function size(pixels: real, language: string): int {
        return Math.round(language === "bo" ? pixels * 0.8 : pixels);
    }
}
