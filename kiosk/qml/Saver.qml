pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// Nobody is here: dark, the hall's name, the time, the notices in turn and "touch to begin" in every language.
// It steps and never fades, and each step moves it a little, so that nothing burns into the panel.
Rectangle {
    id: root

    required property real unit
    required property var hall
    required property string clock
    // Lists of {text, lang}.
    required property var notices
    required property var begin
    property int stepMs: 12000
    property int step: 0
    signal touched

    readonly property real drift: 36 * unit
    readonly property var notice: notices.length ? notices[step % notices.length] : ({ text: "", lang: "" })
    // Nine places, by a stride that keeps them from going round with the notices.
    readonly property int place: (step * 4) % 9

    color: Theme.board

    Timer {
        interval: root.stepMs
        repeat: true
        running: root.visible
        onTriggered: root.step = (root.step + 1) % 3600
    }

    MouseArea {
        anchors.fill: parent
        onPressed: root.touched()
    }

    Item {
        objectName: "moved"
        x: root.drift + (root.place % 3 - 1) * root.drift
        y: root.drift + (Math.floor(root.place / 3) - 1) * root.drift
        width: root.width - 2 * root.drift
        height: root.height - 2 * root.drift

        Label {
            id: name
            objectName: "saver.hall"
            x: 40 * root.unit
            y: 24 * root.unit
            width: parent.width - 80 * root.unit
            height: parent.height * 0.16
            label: root.hall
            pixels: 60 * root.unit
            color: Theme.inkOnBoardSoft
            softColor: Theme.inkOnBoardSoft
        }

        Text {
            id: time
            objectName: "saver.clock"
            y: name.y + name.height
            width: parent.width
            height: parent.height * 0.18
            text: root.clock
            color: Theme.inkOnBoard
            font { family: Theme.family("en"); bold: true; pixelSize: Math.max(1, Math.round(parent.height * 0.12)) }
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }

        Said {
            objectName: "saver.notice"
            x: 60 * root.unit
            y: time.y + time.height
            width: parent.width - 120 * root.unit
            height: parent.height * 0.26
            said: root.notice
            pixels: 52 * root.unit
            color: Theme.inkOnBoard
            horizontalAlignment: Text.AlignHCenter
        }

        Icon {
            id: hand
            y: parent.height * 0.66
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.height * 0.08
            name: "hand"
            color: Theme.accent
        }

        Column {
            x: 40 * root.unit
            y: hand.y + hand.height + 12 * root.unit
            width: parent.width - 80 * root.unit
            height: parent.height - y

            Repeater {
                model: root.begin

                Said {
                    required property var modelData

                    objectName: "saver.begin:" + modelData.lang
                    width: parent ? parent.width : 0
                    height: parent ? parent.height / root.begin.length : 0
                    said: modelData
                    pixels: 60 * root.unit
                    bold: true
                    color: Theme.accent
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
