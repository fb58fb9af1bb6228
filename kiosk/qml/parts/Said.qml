import QtQuick
import Hallcall
import "wrapping.js" as Wrapping

// Words in one language ({text, lang}), in that language's font, made smaller until they fit.
Text {
    id: root

    required property var said
    required property real pixels
    property real least: pixels * 0.36
    property bool bold: false
    // It says again, beneath, what was said in the visitor's language.
    property bool second: false
    // Its px where there is room enough.
    readonly property int full: Theme.size(pixels * Theme.scale, said.lang)

    // Of `Theme.measuredWords`; who has measured them already says so.
    property var measured: Theme.measuredWords(said, bold)

    // Its width in one line as `Theme.room` counts it.
    text: width > 0 && measured.advance * font.pixelSize * 0.0102 + 2 > width ? Wrapping.wrapped(said.text, said.lang, (measured.advance * font.pixelSize * 0.0102 + 2) / width) : said.text
    visible: said.text !== ""
    color: Theme.ink
    font.family: Theme.family(said.lang)
    font.bold: bold
    font.pixelSize: Theme.fitted(full, Theme.size(least, said.lang), width, height, measured.advance, measured.longest, said.lang)
    wrapMode: Text.WordWrap
    topPadding: -Theme.emptyAbove(said.lang) * font.pixelSize
    bottomPadding: -Theme.emptyBelow(said.lang) * font.pixelSize
    lineHeight: Theme.lineHeight(said.lang)
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: said.text
}
