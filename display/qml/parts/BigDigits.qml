import QtQuick
import Hallcall

// A number as large as its box, on its baseline.
Item {
    id: root

    required property string text
    property color color: Theme.inkOnBoard
    property int align: Text.AlignHCenter
    // Ink of digits is 0.733 em high; the tail of a Q reaches 0.21 below the line.
    readonly property bool tailed: /Q/.test(text)
    readonly property real size: Math.min(height / (tailed ? 1 : 0.8), width * 100 / Math.max(1, metrics.advanceWidth))

    TextMetrics {
        id: metrics
        font { family: Theme.family("en"); pixelSize: 100; bold: true }
        text: root.text
    }

    Digits {
        objectName: root.objectName + "Text"
        y: root.height / 2 + (root.tailed ? 0.275 : 0.366) * font.pixelSize - baselineOffset
        width: root.width
        horizontalAlignment: root.align
        text: root.text
        size: Math.floor(root.size)
        fontSizeMode: Text.FixedSize
        color: root.color
    }
}
