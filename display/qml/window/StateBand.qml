pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// What the window does: a sign, words in every language, a colour.
Rectangle {
    id: root

    required property string shown
    required property var title
    required property color fill
    required property color ink
    // How the languages stand: one below the other, in two lines, or side by side.
    readonly property bool stacked: width < height * 3.6
    readonly property bool paired: !stacked && width < height * 6.5
    readonly property real margin: Math.min(width, height) * 0.12
    readonly property real begin: sign.x + sign.width + 2 * margin
    readonly property real room: width - begin - 2 * margin
    readonly property real signSize: Math.min(height - 2 * margin, width * 0.16) * 0.82

    radius: margin
    antialiasing: true
    color: fill

    StateSign {
        id: sign
        objectName: "sign:" + root.shown
        x: root.margin * 2
        y: (root.height - height) / 2
        width: root.signSize
        height: root.signSize
        shown: root.shown
        color: root.ink
    }

    LineRow {
        objectName: "title"
        x: root.begin
        width: root.room
        height: root.height
        visible: !root.stacked && !root.paired
        lines: visible ? root.title : []
        firstSize: root.height * 0.66
        restSize: root.height * 0.5
        firstBold: true
        centred: false
        color: root.ink
    }

    LinePair {
        objectName: "title"
        x: root.begin
        y: root.margin * 0.6
        width: root.room
        height: root.height - 2 * y
        visible: root.paired
        lines: visible ? root.title : []
        firstColor: root.ink
        restColor: root.ink
    }

    LineStack {
        objectName: "title"
        x: root.begin
        y: root.margin
        width: root.room
        height: root.height - 2 * root.margin
        visible: root.stacked
        lines: visible ? root.title : []
        firstSize: Math.min(root.height * 0.42, width * 0.19)
        restSize: firstSize * 0.7
        firstBold: true
        firstColor: root.ink
        restColor: root.ink
    }
}
