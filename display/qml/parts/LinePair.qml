import QtQuick
import Hallcall

// The same said in several languages on two lines: the first language alone and large, the others below it side by
// side. For fields that are too low for a line each.
Item {
    id: root

    required property var lines
    property color firstColor: Theme.inkOnBoard
    property color restColor: Theme.inkOnBoardSoft
    readonly property real share: lines.length > 1 ? 0.54 : 1

    LineRow {
        objectName: root.objectName
        width: root.width
        height: root.height * root.share
        lines: root.lines.slice(0, 1)
        firstSize: root.lines.length > 1 ? height : height * 0.7
        restSize: firstSize
        firstBold: true
        centred: false
        color: root.firstColor
    }

    LineRow {
        objectName: root.objectName
        y: root.height - height
        width: root.width
        height: root.height * 0.46
        lines: root.lines.slice(1)
        firstSize: height * 0.66
        restSize: firstSize
        centred: false
        color: root.restColor
    }
}
