import QtQuick
import Hallcall

// The same said in several languages on two lines: the first language alone and large, the others below it side by
// side, or by turns where they would grow too small. For fields that are too low for a line each.
Item {
    id: root

    required property var lines
    // Whether they take turns; else all stand there, however small.
    property bool turns: true
    // Which of the others has its turn.
    property int turn: 0
    property color firstColor: Theme.inkOnBoard
    property color restColor: Theme.inkOnBoardSoft
    readonly property var rest: lines.slice(1)
    readonly property bool crowded: turns && rest.length > 1 && all.scaling < 0.8

    LineRow {
        objectName: root.objectName
        width: root.width
        height: root.height * (root.rest.length > 0 ? 0.54 : 1)
        lines: root.lines.slice(0, 1)
        firstSize: root.rest.length > 0 ? height : height * 0.7
        restSize: firstSize
        firstBold: true
        centred: false
        color: root.firstColor
    }

    LineRow {
        id: all
        objectName: root.objectName
        y: root.height - height
        width: root.width
        height: root.height * 0.46
        visible: !root.crowded
        lines: root.rest
        firstSize: height * 0.66
        restSize: firstSize
        centred: false
        color: root.restColor
    }

    LineRow {
        objectName: root.objectName
        y: root.height - height
        width: root.width
        height: all.height
        visible: root.crowded
        lines: visible ? [root.rest[root.turn % root.rest.length]] : []
        firstSize: height * 0.72
        restSize: firstSize
        centred: false
        color: root.restColor
    }
}
