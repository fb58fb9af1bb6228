import QtQuick
import Hallcall

// Words in the visitor's language, and beneath them, smaller, in the hall's other one.
Item {
    id: root

    required property var label
    required property real pixels
    property color color: Theme.ink
    property color softColor: Theme.inkSoft
    property bool bold: false
    property int alignment: Text.AlignHCenter
    readonly property bool both: label.below.text !== ""
    readonly property real wanted: Theme.lineRoom(label.main.lang) * pixels + (both ? Theme.lineRoom(label.below.lang) * pixels * 0.62 : 0)

    visible: label.main.text !== ""
    implicitHeight: wanted

    readonly property real share: {
        const large = Theme.lineRoom(label.main.lang);
        const small = Theme.lineRoom(label.below.lang) * 0.62;
        return large / (large + small);
    }

    Said {
        id: main
        objectName: root.objectName === "" ? "" : root.objectName + ".main"
        said: root.label.main
        pixels: root.pixels
        color: root.color
        bold: root.bold
        horizontalAlignment: root.alignment
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: root.both ? parent.height * root.share : parent.height
        verticalAlignment: root.both ? Text.AlignBottom : Text.AlignVCenter
    }

    Said {
        objectName: root.objectName === "" ? "" : root.objectName + ".below"
        said: root.label.below
        pixels: root.pixels * 0.62
        color: root.softColor
        horizontalAlignment: root.alignment
        verticalAlignment: Text.AlignTop
        anchors { left: parent.left; right: parent.right; top: main.bottom; bottom: parent.bottom }
    }
}
