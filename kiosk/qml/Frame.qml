import QtQuick
import Hallcall

// The whole screen as its pages see it: turned where the panel hangs on its side, in the lower part for who
// sits in a wheelchair, and measured so that a finger's target is 20 mm on the real panel. kiosk/panel.py
// computes the same.
Item {
    id: root

    // Degrees clockwise: 0, 90, 180 or 270.
    property int turned: 0
    property bool lowerHalf: false
    // The panel's diagonal; 0: not known.
    property real panelMm: 0
    property real largeType: 1
    property bool highContrast: false
    default property alias content: inner.data
    // What stands above the content in the lower-half layout.
    property alias above: upper.data

    readonly property bool sideways: turned % 180 !== 0
    readonly property real across: sideways ? height : width
    readonly property real down: sideways ? width : height
    // A screen of 4:3 or 5:4 is laid out as a tall one.
    readonly property bool portrait: down > 0.7 * across
    readonly property bool lowered: lowerHalf && down > 1.2 * across
    readonly property real unit: Math.max(0.1, portrait ? Math.min(across / 1080, down / 1500) : Math.min(down / 1080, across / 1620))
    readonly property real pxPerMm: panelMm > 0 ? Math.hypot(width, height) / panelMm : 0
    readonly property real finger: Math.min(20 * pxPerMm, Math.min(across, down) / 6)
    readonly property real lowest: lowered ? 0.55 : 1

    Binding {
        target: Theme
        property: "finger"
        value: root.finger
    }

    Binding {
        target: Theme
        property: "scale"
        value: root.largeType
    }

    Binding {
        target: Theme
        property: "high"
        value: root.highContrast
    }

    Item {
        id: whole
        objectName: "whole"
        anchors.centerIn: parent
        width: root.across
        height: root.down
        rotation: root.turned

        Rectangle {
            anchors.fill: parent
            color: Theme.page
        }

        Item {
            id: upper
            objectName: "upper"
            visible: root.lowered
            width: parent.width
            height: parent.height - inner.height
        }

        Item {
            id: inner
            objectName: "inner"
            y: parent.height - height
            width: parent.width
            height: Math.round(parent.height * root.lowest)
        }
    }
}
