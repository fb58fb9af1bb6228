pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// The state as a shape, for who tells colours badly: ring, arrow down, disc, two bars, ring with a bar.
Item {
    id: root

    required property string shown
    required property color color
    readonly property real weight: height * 0.17

    Rectangle {
        anchors.fill: parent
        visible: root.shown === "free" || root.shown === "closed"
        color: "transparent"
        radius: height / 2
        antialiasing: true
        border { width: root.weight; color: root.color }
    }

    Rectangle {
        anchors.centerIn: parent
        visible: root.shown === "closed"
        width: parent.width * 0.9
        height: root.weight
        rotation: -45
        antialiasing: true
        color: root.color
    }

    Rectangle {
        anchors.fill: parent
        visible: root.shown === "serving"
        radius: height / 2
        antialiasing: true
        color: root.color
    }

    Arrow {
        anchors.fill: parent
        visible: root.shown === "calling"
        rotation: 90
        color: root.color
    }

    Repeater {
        model: root.shown === "paused" ? 2 : 0
        Rectangle {
            required property int index
            x: root.width * (index === 0 ? 0.18 : 0.58)
            y: root.height * 0.06
            width: root.width * 0.24
            height: root.height * 0.88
            color: root.color
        }
    }
}
