pragma ComponentBehavior: Bound

import QtQuick

// An arrow to the right, drawn from boxes so that it has the same weight everywhere.
Item {
    id: root

    required property color color
    readonly property real weight: height * 0.2

    Rectangle {
        y: (root.height - root.weight) / 2
        width: root.width
        height: root.weight
        radius: root.weight / 2
        antialiasing: true
        color: root.color
    }

    Repeater {
        model: [45, -45]
        Rectangle {
            id: barb
            required property int modelData
            x: root.width - width
            y: (root.height - height) / 2
            width: root.height * 0.66
            height: root.weight
            radius: root.weight / 2
            antialiasing: true
            color: root.color
            // Around the middle of the round end, so that the three ends lie on each other.
            transform: Rotation {
                origin.x: barb.width - barb.height / 2
                origin.y: barb.height / 2
                angle: barb.modelData
            }
        }
    }
}
