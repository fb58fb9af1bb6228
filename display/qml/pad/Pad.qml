pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// A rating pad: one page at a time, measured in fingers; a page that is not shown does not exist.
Rectangle {
    id: root

    required property var pad
    // The picture is turned clockwise by so many degrees.
    required property int turn

    function measure() {
        root.pad?.measured(page.width, page.height, Screen.pixelDensity);
    }

    // The edge that the moving picture leaves free has the colour of the page.
    color: page.calm || root.pad.page === "connecting" ? Theme.board : Theme.page
    focus: true
    Component.onCompleted: measure()

    Keys.onPressed: event => {
        if (event.isAutoRepeat)
            return;
        if (event.key >= Qt.Key_1 && event.key <= Qt.Key_5)
            root.pad.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Enter || event.key === Qt.Key_Return)
            root.pad.send();
        else if (event.key === Qt.Key_0 || event.key === Qt.Key_Escape)
            root.pad.skip();
        else if (event.key === Qt.Key_Backspace)
            root.pad.back();
    }

    Item {
        id: page
        readonly property bool upright: root.turn % 180 === 0
        readonly property bool calm: root.pad.page === "rest" || root.pad.page === "told"

        anchors.centerIn: parent
        width: upright ? root.width : root.height
        height: upright ? root.height : root.width
        rotation: root.turn
        onWidthChanged: root.measure()
        onHeightChanged: root.measure()

        Loader {
            anchors.fill: parent
            active: root.pad.page === "connecting"
            sourceComponent: Rectangle {
                color: Theme.board
                Connecting {
                    objectName: "connecting"
                    anchors.fill: parent
                    lines: root.pad.connecting
                    u: root.pad.look.finger / 160
                }
            }
        }

        Loader {
            anchors.fill: parent
            active: root.pad.page === "rest"
            sourceComponent: RestPage {
                objectName: "restPage"
                pad: root.pad
            }
        }

        Loader {
            anchors.fill: parent
            active: root.pad.page === "ask"
            sourceComponent: AskPage {
                objectName: "askPage"
                pad: root.pad
            }
        }

        Loader {
            anchors.fill: parent
            active: root.pad.page === "reasons"
            sourceComponent: ReasonsPage {
                objectName: "reasonsPage"
                pad: root.pad
            }
        }

        Loader {
            anchors.fill: parent
            active: root.pad.page === "told"
            sourceComponent: ToldPage {
                objectName: "toldPage"
                pad: root.pad
            }
        }

        Foot {
            objectName: "foot"
            y: parent.height - height
            width: parent.width
            visible: page.calm
            pad: root.pad
        }

        Text {
            objectName: "fault"
            anchors { right: parent.right; top: parent.top; margins: 4 }
            visible: root.pad.fault !== ""
            text: root.pad.fault
            font.pixelSize: Math.max(10, root.pad.look.finger * 0.14)
            color: page.calm || root.pad.page === "connecting" ? Theme.accent : Theme.warn
            textFormat: Text.PlainText
        }
    }
}
