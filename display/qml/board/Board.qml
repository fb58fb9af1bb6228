pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// A public board: the parts of its layout, each where the plan says. Everything is measured in `u`, a pixel of a
// screen whose shorter side has 1080.
Rectangle {
    id: root

    required property var board
    // The picture is turned clockwise by so many degrees.
    required property int turn
    // What other programs of the display show in a part: {part: {url, model}}.
    property var extras: ({})
    readonly property real u: page.portrait ? Math.min(page.width / 1080, page.height / 1920) : Math.min(page.width / 1920, page.height / 1080)

    function measure() {
        root.board?.measured(page.width, page.height, Screen.pixelDensity);
    }

    function tint() {
        Tints.use(root.board.plan.tints, root.board.plan.letters);
    }

    color: Tints.back
    Component.onCompleted: {
        tint();
        measure();
    }

    Connections {
        target: root.board
        function onPlanChanged() {
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
        onWidthChanged: root.measure()
        onHeightChanged: root.measure()

        Connecting {
            objectName: "connecting"
            anchors.fill: parent
            visible: root.board.connecting
            lines: root.board.connectingLines
            u: root.u
        }

        Repeater {
            model: root.board.connecting ? [] : root.board.places
            BoardPart {
                required property var modelData
                x: modelData.x
                y: modelData.y
                width: modelData.width
                height: modelData.height
                part: modelData.part
                board: root.board
                extra: root.extras[modelData.part] ?? null
                portrait: page.portrait
                u: root.u
            }
        }

        // A layout without notices still says that the board is not live.
        Foot {
            objectName: "darkFoot"
            y: parent.height - height
            width: parent.width
            height: 88 * root.u
            visible: root.board.dark.length > 0 && !root.board.places.some(place => place.part === "notices")
            board: root.board
            u: root.u
        }

        // What is wrong with this machine; in a preview, with the layout.
        Rectangle {
            // In the header's place of the date, beside the clock.
            anchors { right: parent.right; top: parent.top; rightMargin: page.portrait ? 0 : 270 * root.u }
            visible: root.board.fault !== ""
            width: fault.width + 24 * root.u
            height: fault.height + 12 * root.u
            color: Tints.back

            Text {
                id: fault
                objectName: "fault"
                x: 12 * root.u
                y: 6 * root.u
                width: Math.min(implicitWidth, page.width - 24 * root.u)
                text: root.board.fault
                wrapMode: Text.Wrap
                font.pixelSize: 26 * root.u
                color: Tints.call
                textFormat: Text.PlainText
            }
        }
    }
}
