import QtQuick
import Hallcall
import "parts"

// A page of choices: what the devices have to say, a heading, tiles, and the sheets of a long list.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var view: vm.view
    readonly property bool paged: view.sheet.text !== ""
    // A screen of 4:3 is laid out as a tall one, and has the room across of a wide one: what turns the sheets stands
    // beside the heading there, since the tiles need the height.
    readonly property bool tall: portrait && !(paged && width > 1500 * unit)
    readonly property real margin: 40 * unit
    readonly property real bar: Math.max(132 * unit, Theme.finger)
    // In large type, or with twenty zones, there is no room for both; what to do here is said by the tiles, too.
    readonly property bool crowded: !portrait && (Theme.scale > 1 || grid.count > 15) && view.banner.length > 0
    readonly property real rightRoom: !tall && paged ? margin + 660 * unit : margin

    Banner {
        id: banner
        objectName: "banner"
        x: root.margin
        y: 14 * root.unit
        width: parent.width - 2 * root.margin
        unit: root.unit
        lines: root.view.banner
        beside: !root.portrait
    }

    Item {
        id: heading
        x: root.margin
        y: banner.y + banner.height + (banner.height > 0 ? 18 : 4) * root.unit
        width: parent.width - root.margin - root.rightRoom
        height: root.tall ? title.height + prompt.height : root.crowded && !title.told && !root.paged ? 0 : root.bar

        Label {
            id: title
            objectName: "title"
            width: heading.width
            height: !told ? 0 : root.tall ? Math.min(wanted, 150 * root.unit) : heading.height
            label: root.view.title
            pixels: 58 * root.unit
            bold: true
            color: Theme.primary
        }

        Label {
            id: prompt
            objectName: "prompt"
            y: title.height
            width: heading.width
            height: root.tall ? Math.min(wanted, 130 * root.unit) : heading.height - title.height
            visible: told && !root.crowded && (root.tall || root.view.title.main.text === "")
            label: root.view.prompt
            pixels: (root.view.title.main.text === "" ? 50 : 40) * root.unit
        }
    }

    TileGrid {
        id: grid
        objectName: "tiles"
        x: root.margin
        y: heading.y + heading.height + 20 * root.unit
        width: parent.width - 2 * root.margin
        height: parent.height - y - (root.tall && root.paged ? root.bar + 28 * root.unit : 0)
        unit: root.unit
        tiles: root.vm.tiles
        onChosen: key => root.vm.act(key)
    }

    SheetButtons {
        x: parent.width - root.margin - width
        y: root.tall ? parent.height - root.bar : heading.y
        width: root.tall ? parent.width - 2 * root.margin : 640 * root.unit
        height: root.bar
        visible: root.paged
        unit: root.unit
        view: root.view
        words: root.vm.words
        onTurned: way => root.vm.act(way)
    }
}
