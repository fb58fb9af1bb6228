pragma ComponentBehavior: Bound

import QtQuick
import "../board"
import "../parts"

// Whose result is ready, and at which window it is collected: a screen of its own.
Rectangle {
    id: root

    required property var collect
    // The picture is turned clockwise by so many degrees.
    required property int turn
    readonly property real u: page.portrait ? Math.min(page.width / 1080, page.height / 1920) : Math.min(page.width / 1920, page.height / 1080)
    readonly property real margin: 22 * u

    function tint() {
        if (!root.collect.connecting)
            Tints.use(root.collect.tints, root.collect.letters);
    }

    color: Tints.back
    Component.onCompleted: tint()

    Connections {
        target: root.collect
        function onChanged() {
            root.tint();
        }
    }

    Item {
        id: page
        readonly property bool portrait: height > width
        readonly property bool upright: root.turn % 180 === 0

        anchors.centerIn: parent
        width: upright ? root.width : root.height
        height: upright ? root.height : root.width
        rotation: root.turn

        Connecting {
            objectName: "connecting"
            anchors.fill: parent
            visible: root.collect.connecting
            lines: root.collect.connectingLines
            u: root.u
        }

        CollectHeader {
            id: header
            objectName: "header"
            width: parent.width
            height: (page.portrait ? 300 : 170) * root.u
            visible: !root.collect.connecting
            collect: root.collect
            portrait: page.portrait
            u: root.u
        }

        CollectList {
            objectName: "list"
            x: root.margin
            y: header.height + root.margin * 0.6
            width: page.width - 2 * x
            height: foot.y - y - root.margin
            visible: !root.collect.connecting
            collect: root.collect
            u: root.u
        }

        Foot {
            id: foot
            objectName: "foot"
            y: parent.height - height
            width: parent.width
            height: 88 * root.u
            visible: !root.collect.connecting
            board: root.collect
            u: root.u
        }

        Text {
            objectName: "fault"
            anchors { right: parent.right; top: parent.top; margins: 6 * root.u }
            visible: root.collect.fault !== ""
            text: root.collect.fault
            font.pixelSize: 26 * root.u
            color: Tints.call
            textFormat: Text.PlainText
        }
    }
}
