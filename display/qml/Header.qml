pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Whose board it is, and what time it is.
Rectangle {
    id: root

    required property var board
    required property bool portrait
    required property real u
    readonly property var others: root.board.titles.slice(1)

    color: Theme.primary

    Item {
        id: names
        x: 32 * root.u
        width: (root.portrait ? root.width : times.x) - 2 * x
        height: root.portrait ? root.height * 0.6 : root.height

        Row {
            id: first
            y: root.others.length > 0 ? 4 * root.u : (parent.height - height) / 2
            spacing: 32 * root.u

            Words {
                id: title
                objectName: "title"
                width: Math.min(implicitWidth, names.width * (root.board.zone.length > 0 ? 0.56 : 1))
                line: root.board.titles[0]
                size: 48 * root.u
                font.bold: true
                color: Theme.inkOnPrimary
            }

            Words {
                objectName: "zone"
                width: Math.min(implicitWidth, names.width - title.width - first.spacing)
                line: root.board.zone[0] ?? null
                size: 48 * root.u
                color: Theme.accent
            }
        }

        Row {
            id: second
            anchors.top: first.bottom
            anchors.topMargin: -12 * root.u
            height: 56 * root.u
            spacing: 36 * root.u

            Repeater {
                model: root.others
                Words {
                    required property var modelData
                    required property int index
                    readonly property var zoneLine: root.board.zone[index + 1] ?? null
                    objectName: "title:" + line.language
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, (names.width - second.spacing) / root.others.length)
                    line: zoneLine ? { language: modelData.language, text: modelData.text + "  " + zoneLine.text } : modelData
                    size: 28 * root.u
                    color: Theme.inkOnPrimarySoft
                }
            }
        }
    }

    Item {
        id: times
        x: root.portrait ? 32 * root.u : root.width - width - 32 * root.u
        y: root.portrait ? root.height * 0.58 : 0
        width: root.portrait ? root.width - 64 * root.u : 620 * root.u
        height: root.portrait ? root.height * 0.42 : root.height

        Text {
            id: clock
            objectName: "clock"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.board.clock
            font.family: Theme.family("en")
            font.pixelSize: 76 * root.u
            font.bold: true
            color: Theme.inkOnPrimary
            textFormat: Text.PlainText
        }

        Column {
            anchors { left: parent.left; right: clock.left; rightMargin: 28 * root.u; verticalCenter: parent.verticalCenter }

            Words {
                objectName: "date"
                width: parent.width
                horizontalAlignment: root.portrait ? Text.AlignLeft : Text.AlignRight
                line: root.board.dates[0] ?? null
                size: 32 * root.u
                color: Theme.inkOnPrimary
            }

            Row {
                anchors.right: root.portrait ? undefined : parent.right
                height: 48 * root.u
                spacing: 20 * root.u
                visible: root.board.dates.length > 1

                Repeater {
                    model: root.board.dates.slice(1)
                    Words {
                        required property var modelData
                        objectName: "date:" + line.language
                        anchors.verticalCenter: parent.verticalCenter
                        line: modelData
                        size: 26 * root.u
                        shrinks: false
                        color: Theme.inkOnPrimarySoft
                    }
                }
            }
        }
    }
}
