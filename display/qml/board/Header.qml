pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Whose board it is, and what time it is.
Rectangle {
    id: root

    required property var board
    required property bool portrait
    required property real u
    readonly property real margin: 32 * u
    readonly property real namesWidth: portrait ? width - 2 * margin : times.x - 2 * margin
    readonly property real pad: 9 * u
    readonly property real namesHeight: portrait ? height * 0.54 : height
    readonly property bool hasZone: board.zone.length > 0

    color: Tints.bar

    // It is made for paper: black on white.
    Rectangle {
        id: plate
        x: root.margin
        y: root.pad * 1.6
        visible: root.board.logo !== ""
        width: visible ? Math.min(logo.implicitWidth / Math.max(1, logo.implicitHeight) * height, 220 * root.u) : 0
        height: root.namesHeight - 2 * y
        radius: 8 * root.u
        antialiasing: true
        color: "white"

        Image {
            id: logo
            objectName: "logo"
            anchors { fill: parent; margins: 5 * root.u }
            source: root.board.logo
            fillMode: Image.PreserveAspectFit
        }
    }

    LineStack {
        id: title
        objectName: "title"
        x: plate.x + plate.width + (plate.visible ? 20 * root.u : 0)
        width: (root.hasZone ? root.namesWidth * 0.52 : root.namesWidth) - (x - root.margin)
        y: root.pad
        height: root.namesHeight - 2 * root.pad
        lines: root.board.titles
        firstSize: (root.board.titles.length > 1 ? 46 : 60) * root.u * Tints.letters
        restSize: 26 * root.u * Tints.letters
        firstBold: true
        firstColor: Tints.inkOnBar
        restColor: Tints.softOnBar
    }

    LineStack {
        objectName: "zone"
        x: title.x + title.width + root.margin
        width: root.namesWidth + root.margin - x
        y: root.pad
        height: root.namesHeight - 2 * root.pad
        visible: root.hasZone
        lines: root.board.zone
        firstSize: title.firstSize
        restSize: title.restSize
        firstColor: Tints.call
        restColor: Tints.softOnBar
    }

    Item {
        id: times
        x: root.portrait ? root.margin : root.width - width - root.margin
        y: root.portrait ? root.namesHeight : 0
        width: root.portrait ? root.width - 2 * root.margin : 600 * root.u
        height: root.height - y

        LineStack {
            objectName: "date"
            // What is wrong with this machine stands there (Board.qml).
            visible: root.board.fault === ""
            y: root.pad
            width: parent.width - clock.width - 28 * root.u
            height: parent.height - 2 * root.pad
            lines: root.board.dates
            firstSize: 34 * root.u * Tints.letters
            restSize: 24 * root.u * Tints.letters
            align: root.portrait ? Text.AlignLeft : Text.AlignRight
            firstColor: Tints.inkOnBar
            restColor: Tints.softOnBar
        }

        Digits {
            id: clock
            objectName: "clock"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.board.clock
            size: 78 * root.u
            fontSizeMode: Text.FixedSize
            color: Tints.inkOnBar
        }
    }
}
