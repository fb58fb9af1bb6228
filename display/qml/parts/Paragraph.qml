import QtQuick
import Hallcall

// Words in one language, wrapped, as large as the box lets them be.
Text {
    id: root

    required property var line
    required property real size
    readonly property string language: line?.language ?? "zh"

    visible: text !== ""
    text: line?.text ?? ""
    color: Theme.inkOnBoard
    font.family: Theme.family(language)
    font.pixelSize: Theme.fitted(Math.round(size), Math.round(size * 0.3), width, height, metrics.advanceWidth, Theme.longest(text, language), language)
    wrapMode: Text.WordWrap
    topPadding: -Theme.emptyAbove(language) * font.pixelSize
    bottomPadding: -Theme.emptyBelow(language) * font.pixelSize
    lineHeight: Theme.lineHeight(language)
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter

    TextMetrics {
        id: metrics
        font { family: Theme.family(root.language); pixelSize: 100 }
        text: root.text
    }
}
