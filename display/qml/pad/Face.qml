pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// One of the five faces, drawn from paths: its mouth and brows tell it, its colour only helps.
Item {
    id: root

    required property int level
    readonly property real part: Math.min(width, height) / 40
    readonly property color ink: "#10282d"
    readonly property color skin: ["#f4b3a9", "#f9d3a6", "#fbecb0", "#d6ecbf", "#b3e2bb"][level - 1] ?? "#ffffff"
    readonly property string mouth: ["M10 31q10 -14 20 0z", "M12 30q8 -9 16 0", "M12 27h16", "M11 24q9 9 18 0", "M9 22q11 15 22 0z"][level - 1] ?? ""
    readonly property string brows: ["M9 10l8 3M31 10l-8 3", "", "", "", ""][level - 1] ?? ""
    readonly property bool open: level === 1 || level === 5

    Rectangle {
        anchors.centerIn: parent
        width: 38 * root.part
        height: width
        radius: width / 2
        antialiasing: true
        color: root.skin
        border.color: root.ink
        border.width: 1.6 * root.part
    }

    Repeater {
        model: [13.5, 26.5]
        Rectangle {
            required property real modelData
            x: root.width / 2 + (modelData - 20) * root.part - width / 2
            y: root.height / 2 - 6 * root.part
            width: 3 * root.part
            height: 5 * root.part
            radius: width / 2
            antialiasing: true
            color: root.ink
        }
    }

    Shape {
        anchors.centerIn: parent
        width: 40
        height: 40
        scale: root.part

        ShapePath {
            strokeColor: root.ink
            strokeWidth: 2.2
            fillColor: root.open ? root.ink : "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg {
                path: root.mouth
            }
        }

        ShapePath {
            strokeColor: root.ink
            strokeWidth: 2.2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathSvg {
                path: root.brows
            }
        }
    }
}
