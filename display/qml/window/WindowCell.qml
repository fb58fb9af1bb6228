import QtQuick

// One window's field: in a wide one the parts stand side by side, in the others one below the other.
Item {
    id: root

    required property string key
    required property var labels
    required property string shown
    required property var title
    required property string fill
    required property string ink
    required property string number
    required property var name
    required property bool flashing
    required property var says
    required property bool notice
    required property var matter
    required property string page
    required property var department
    required property var clerk
    required property var note
    required property int turn
    property bool lit: false

    readonly property real ratio: width / Math.max(1, height)
    readonly property bool strip: ratio > 2.9
    readonly property bool upright: ratio < 1.05
    readonly property real gap: Math.min(width, height) * 0.02
    // Shares of the width: the window's number, the middle; of the height: head, matter, middle, band.
    readonly property real first: strip ? 0.17 : upright ? 1 : 0.36
    readonly property real centre: strip ? 0.46 : 1
    readonly property var heights: upright ? [0.19, 0.15, 0.33, 0.25] : [0.25, 0, 0.5, 0.17]
    readonly property real below: height * (heights[0] + heights[1] + heights[2] + heights[3])

    function cut(share: real): real {
        return share * height - gap;
    }

    CellHead {
        objectName: "head"
        width: root.width * root.first - (root.upright ? 0 : root.gap)
        height: root.strip ? root.height : root.cut(root.heights[0])
        number: root.key
        labels: root.labels
    }

    Matter {
        objectName: "matterField"
        x: root.strip ? root.width * (root.first + root.centre) : root.upright ? 0 : root.width * root.first
        y: root.upright ? root.height * root.heights[0] : 0
        width: root.width - x
        height: root.cut(root.strip ? 0.4 : root.upright ? root.heights[1] : root.heights[0])
        lines: root.matter
        page: root.page
        turn: root.turn
    }

    Middle {
        objectName: "middle"
        x: root.strip ? root.width * root.first : 0
        y: root.strip ? 0 : root.height * (root.heights[0] + root.heights[1])
        width: root.strip ? root.width * root.centre - root.gap : root.width
        height: root.strip ? root.height : root.cut(root.heights[2])
        number: root.number
        name: root.name
        says: root.says
        notice: root.notice
        calling: root.shown === "calling"
        glows: root.flashing && root.lit
    }

    StateBand {
        objectName: "band"
        x: root.strip ? root.width * (root.first + root.centre) : 0
        y: root.strip ? root.height * 0.4 : root.below - root.height * root.heights[3]
        width: root.width - x
        height: root.cut(root.strip ? 0.44 : root.heights[3])
        shown: root.shown
        title: root.title
        fill: root.fill
        ink: root.ink
    }

    CellFoot {
        objectName: "foot"
        x: root.strip ? root.width * (root.first + root.centre) : 0
        y: root.strip ? root.height * 0.84 : root.below
        width: root.width - x
        height: root.height - y
        department: root.department
        clerk: root.clerk
        note: root.note
    }
}
