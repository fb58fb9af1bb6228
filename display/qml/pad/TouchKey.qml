pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// What a finger meets: words in a box, and the digit that presses it where five keys are used.
Rectangle {
    id: root

    required property var line
    required property real finger
    property real size: finger * 0.31
    property string digit: ""
    property bool strong: false
    property bool picked: false
    readonly property bool narrow: width < finger * 1.5
    readonly property bool dark: strong || area.pressed
    readonly property color ink: dark ? Theme.inkOnPrimary : Theme.primary
    signal tapped

    radius: finger * 0.12
    antialiasing: true
    color: area.pressed ? Theme.primaryPressed : strong ? Theme.primary : picked ? Theme.surfacePressed : Theme.surface
    border.color: dark ? Theme.primaryPressed : picked ? Theme.primary : Theme.line
    border.width: Math.max(1, finger * (picked ? 0.04 : 0.02))
    Accessible.role: Accessible.Button
    Accessible.name: line ? line.text : ""
    Accessible.onPressAction: tapped()

    Fitted {
        objectName: root.objectName + ":words"
        x: root.finger * (root.digit === "" ? 0.08 : root.narrow ? 0.28 : 0.5)
        y: root.finger * 0.06
        width: root.width - x - root.finger * (root.picked ? 0.5 : 0.08)
        height: root.height - 2 * y
        line: root.line
        size: root.size
        font.bold: root.strong
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }

    Digits {
        x: root.finger * (root.narrow ? 0.06 : 0.12)
        height: root.height
        visible: text !== ""
        verticalAlignment: Text.AlignVCenter
        text: root.digit
        size: root.finger * (root.narrow ? 0.26 : 0.4)
        color: root.ink
    }

    // A tick: what is picked is told by a shape, not by its colour.
    Item {
        anchors { right: parent.right; rightMargin: root.finger * 0.12; verticalCenter: parent.verticalCenter }
        visible: root.picked
        width: root.finger * 0.34
        height: width

        Rectangle {
            x: parent.width * 0.02
            y: parent.height * 0.5
            width: parent.width * 0.46
            height: parent.height * 0.18
            radius: height / 2
            rotation: 45
            antialiasing: true
            color: root.ink
        }

        Rectangle {
            x: parent.width * 0.2
            y: parent.height * 0.38
            width: parent.width * 0.86
            height: parent.height * 0.18
            radius: height / 2
            rotation: -50
            antialiasing: true
            color: root.ink
        }
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
