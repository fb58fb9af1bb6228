import QtQuick
import Hallcall

// Words in one language inside a box, wrapped, as large as `size` and smaller until they fit.
Text {
    id: root

    required property var line
    required property real size
    property real least: size * 0.36
    readonly property string language: line ? line.language : "zh"

    text: line ? line.text : ""
    visible: text !== ""
    color: Theme.ink
    font.family: Theme.family(language)
    font.pixelSize: Theme.fitted(Theme.size(size, language), Theme.size(least, language), width, height, metrics.advanceWidth, Theme.longest(line ? line.text : "", language), language)
    wrapMode: Text.WordWrap
    topPadding: -Theme.emptyAbove(language) * font.pixelSize
    bottomPadding: -Theme.emptyBelow(language) * font.pixelSize
    lineHeight: Theme.lineHeight(language)
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: metrics
        font.family: Theme.family(root.language)
        font.bold: root.font.bold
        font.pixelSize: 100
        text: root.line ? root.line.text : ""
    }
}
