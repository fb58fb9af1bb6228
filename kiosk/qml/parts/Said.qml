import QtQuick
import Hallcall

// Words in one language ({text, lang}), in that language's font, made smaller until they fit.
Text {
    id: root

    required property var said
    required property real pixels
    property real least: pixels * 0.4
    property bool bold: false

    // Chinese may be broken between any two characters, English at spaces, Tibetan after each syllable.
    readonly property real longest: {
        const parts = said.text.split(said.lang === "bo" ? /[ \u0f0b]/ : / /);
        const most = Math.max(...parts.map(part => said.lang === "zh" ? 1 : part.length));
        return Math.min(1, (most + 1) / Math.max(1, said.text.length));
    }

    text: said.text
    visible: text !== ""
    color: Theme.ink
    font.family: Theme.family(said.lang)
    font.bold: bold
    font.pixelSize: Theme.fitted(Theme.size(pixels, said.lang), Theme.size(least, said.lang), width, height, metrics.advanceWidth, longest, said.lang)
    wrapMode: Text.WordWrap
    topPadding: -Theme.emptyAbove(said.lang) * font.pixelSize
    bottomPadding: -Theme.emptyBelow(said.lang) * font.pixelSize
    lineHeight: Theme.lineHeight(said.lang)
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: metrics
        font.family: Theme.family(root.said.lang)
        font.bold: root.bold
        font.pixelSize: 100
        text: root.said.text
    }
}
