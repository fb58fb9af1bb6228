pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// Lines to read, a sheet at a time: nothing has to be flicked. How many sheets there are follows from the words,
// the letters' size and the screen: `spread` tells it, `sheet` says which one is shown.
Item {
    id: root

    required property real unit
    required property var title
    required property var prompt
    required property string icon
    required property var lines
    required property var buttons
    required property var earlier
    required property var later
    // What page this is: the lines of the same page may change while somebody reads the second sheet.
    required property string which
    property int sheet: 0
    signal act(string act)
    signal turned(string way)
    signal spread(string which, var starts)

    readonly property int sheets: places.length ? places[places.length - 1].sheet + 1 : 1
    // Its lines may have become fewer since.
    readonly property int open: Math.max(0, Math.min(sheet, sheets - 1))
    readonly property real margin: 48 * unit
    readonly property real gap: 14 * unit
    // On a wide screen in two columns, with the buttons that turn beside the heading.
    readonly property bool wide: width > 1500 * unit
    readonly property int columns: wide ? 2 : 1
    readonly property real column: (width - 2 * margin - (columns - 1) * margin) / columns
    readonly property real turner: Theme.touchable(112 * unit)
    readonly property real room: bar.y - begin - gap - (wide || !many ? 0 : turner + 2 * gap)
    readonly property real begin: Math.max(head.y + head.height, wide && many ? gap + turner : 0) + gap
    // Whether it is more than one sheet; the buttons that turn are counted in first. On a wide screen they make
    // the heading narrower: were its real height asked for here, each could change the other for ever.
    readonly property bool many: {
        let sum = 0;
        for (let at = 0; at < rows.made; at++)
            sum += wanted(at, 1) + gap;
        return sum > (bar.y - head.y - (wide ? height * 0.25 : head.height) - 2 * gap) * (columns === 1 ? 1 : 1.5);
    }
    // The letters' size: a little smaller where that saves a sheet.
    readonly property real pixels: 44 * unit
    readonly property real part: [0.92, 0.86, 0.8].reduce((best, part) => sheetsAt(part) < sheetsAt(best) ? part : best, 1)
    // Of each line its sheet, column and y.
    readonly property var places: placed(part)
    readonly property var starts: {
        const found = [];
        places.forEach((place, at) => {
            if (place.sheet === found.length)
                found.push(at);
        });
        return found;
    }

    function sheetsAt(part: real): int {
        const found = placed(part);
        return found.length ? found[found.length - 1].sheet + 1 : 1;
    }

    // The same, of letters so much smaller. A heading goes with what follows it.
    function placed(part: real): var {
        const found = [];
        let at = 0, y = 0, stretch = 0;
        for (at = 0; at < rows.made; at++) {
            const follows = lines[at]?.kind === "heading" && at + 1 < rows.made ? gap + tall(at + 1, part) : 0;
            if (y > 0 && y + tall(at, part) + Math.max(0, Math.min(follows, room - tall(at, part))) > room) {
                stretch++;
                y = 0;
            }
            found.push({ sheet: Math.floor(stretch / columns), column: stretch % columns, y: y });
            y += tall(at, part) + gap;
        }
        return found;
    }

    function tall(at: int, part: real): real {
        return Math.min(Math.max(1, room), wanted(at, part));
    }

    function wanted(at: int, part: real): real {
        return (rows.itemAt(at) as LineRow)?.wantedAt(pixels * part, false) ?? 0;
    }

    function tell(): void {
        spread(which, starts);
    }

    onWhichChanged: Qt.callLater(tell)
    onStartsChanged: Qt.callLater(tell)

    Icon {
        id: sign
        visible: path !== ""
        x: root.margin
        y: head.y + (head.height - height) / 2
        width: visible ? 96 * root.unit : 0
        name: root.icon
        color: Theme.primary
    }

    Column {
        id: head
        // How much smaller the words are, so that a quarter of the screen is enough.
        readonly property real factor: Theme.shrunk(root.height * 0.25, part => title.flowAt(60 * root.unit * part) + prompt.flowAt(42 * root.unit * part))

        x: root.margin + (sign.visible ? sign.width + 24 * root.unit : 0)
        y: root.gap
        width: root.width - x - root.margin - (root.wide && root.many ? root.column + root.margin : 0)

        Label {
            id: title
            objectName: "title"
            width: parent.width
            height: flow
            label: root.title
            flowing: true
            pixels: 60 * root.unit * head.factor
            bold: true
            alignment: Text.AlignLeft
            color: Theme.primary
        }

        Label {
            id: prompt
            objectName: "prompt"
            width: parent.width
            height: flow
            label: root.prompt
            flowing: true
            pixels: 42 * root.unit * head.factor
            alignment: Text.AlignLeft
        }
    }

    Repeater {
        id: rows
        property int made: 0

        model: root.lines
        // `count` is the new one from the first row on: how many rows are there has to be counted.
        onItemAdded: made++
        onItemRemoved: made--

        LineRow {
            required property var modelData
            required property int index
            readonly property var place: root.places[index] ?? ({ sheet: 0, column: 0, y: 0 })

            objectName: "line:" + index
            visible: place.sheet === root.open
            x: root.margin + place.column * (root.column + root.margin)
            y: root.begin + place.y
            width: root.column
            height: root.tall(index, root.part)
            pixels: root.pixels * root.part
            unit: root.unit
            line: modelData
        }
    }

    SheetButtons {
        objectName: "turner"
        visible: root.sheets > 1
        x: root.width - root.margin - width
        y: root.wide ? root.gap : bar.y - root.turner - root.gap
        width: root.column
        height: root.turner
        unit: root.unit
        view: ({ first: root.open === 0, last: root.open === root.sheets - 1, sheet: { text: (root.open + 1) + " / " + root.sheets, lang: "en" } })
        words: ({ earlier: root.earlier, later: root.later })
        onTurned: way => root.turned(way)
    }

    BottomBar {
        id: bar
        objectName: "bar"
        x: root.margin
        y: root.height - height - root.gap
        width: root.width - 2 * root.margin
        height: implicitHeight
        unit: root.unit
        buttons: root.buttons
        onAct: act => root.act(act)
    }
}
