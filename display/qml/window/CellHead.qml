pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Which window it is: its number, large, and the word for it.
Rectangle {
    id: root

    required property string number
    required property var labels
    // The word stands beside the number, or below it in a high field.
    readonly property bool beside: width > height * 1.3
    readonly property real margin: Math.min(width, height) * 0.08
    readonly property real digitsWidth: beside ? (width - 3 * margin) * (number.length > 2 ? 0.66 : 0.56) : width - 2 * margin
    readonly property real digitsHeight: (beside ? height : height * 0.62) - 2 * margin

    radius: margin
    antialiasing: true
    color: Theme.primary

    BigDigits {
        objectName: "window"
        x: root.margin
        y: root.margin
        width: root.digitsWidth
        height: root.digitsHeight
        text: root.number
        color: Theme.inkOnPrimary
    }

    LineStack {
        objectName: "label"
        x: root.beside ? root.digitsWidth + 2 * root.margin : root.margin
        y: root.beside ? root.margin : root.digitsHeight + 1.5 * root.margin
        width: root.width - x - root.margin
        height: root.height - y - root.margin
        lines: root.labels
        firstSize: Math.min(root.height * (root.beside ? 0.34 : 0.18), width * 0.42)
        restSize: Math.min(firstSize * 0.7, width * 0.24)
        firstBold: true
        firstColor: Theme.inkOnPrimary
        restColor: Theme.inkOnPrimarySoft
        align: root.beside ? Text.AlignLeft : Text.AlignHCenter
    }
}
