import QtQuick
import QtQuick.Shapes
import Hallcall
import "../icons/paths.js" as Paths

// One of the house's line drawings, as wide as high, in one colour; an unknown name draws nothing.
Item {
    id: root

    required property string name
    property color color: Theme.ink
    // Width of the line, on a square of 24.
    property real stroke: 2
    readonly property string path: Paths.drawn[name] ?? ""

    implicitWidth: 60
    height: width
    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        visible: root.path !== ""

        ShapePath {
            strokeColor: root.color
            strokeWidth: root.stroke * root.width / 24
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.width / 24, root.width / 24)

            PathSvg {
                path: root.path
            }
        }
    }
}
