import QtQuick
import Hallcall

// Words in one language inside a box, wrapped, as large as `size` and smaller until they fit.
Text {
    id: root

    required property var line
    required property real size
    property real least: size * 0.36
    // Rather smaller than with one or two letters left for a second line.
    property bool keepsLine: false
    readonly property real oneLine: width * 96 / Math.max(1, metrics.advanceWidth)
    readonly property real wanted: keepsLine && oneLine > size * 0.55 ? Math.min(size, oneLine) : size
    readonly property string language: line ? line.language : "zh"

    text: line ? line.text : ""
    visible: text !== ""
    color: Theme.ink
    font.family: Theme.family(language)
    font.pixelSize: Theme.fitted(Theme.size(wanted, language), Theme.size(least, language), width, height, metrics.advanceWidth, Theme.longest(line ? line.text : "", language), language)
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
