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

    readonly property int sheets: fitted.sheets
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
    // The least room there is for lines, whatever the heading becomes. On a wide screen the buttons that turn make
    // the heading narrower: were its real height asked for here, each could change the other for ever.
    readonly property real leastRoom: bar.y - 3 * gap - (wide ? height * leastHead : narrowHead())
    readonly property real leastHead: 0.25
    // Whether it is more than one sheet; the buttons that turn are counted in first.
    readonly property bool many: placed(1, leastRoom).sheets > 1 && placed(0.8, leastRoom).sheets > 1
    // How much of the height the heading may have: more where the lines leave it.
    readonly property real headShare: {
        if (wide && !many)
            for (const share of [0.46, 0.39, 0.32])
                if (placed(1, bar.y - 3 * gap - height * share).sheets === 1)
                    return share;
        return leastHead;
    }
    // The letters' size: larger where a page has little to say, a little smaller where that saves a sheet.
    readonly property real pixels: measures.usual
    readonly property var fitted: {
        const usual = placed(1, room), nearly = placed(0.97, room);
        let best = nearly.sheets === usual.sheets && opening(nearly) > opening(usual) ? nearly : usual;
        const others = best.sheets > 1 ? [0.92, 0.86, 0.8] : [1.12, 1.24, 1.36];
        for (const part of others) {
            const tried = placed(part, room);
            if (best.sheets > 1 ? tried.sheets < best.sheets : tried.sheets === 1 && grows(tried))
                best = tried;
        }
        return columns > 1 && best.sheets === 1 ? evened(best) : best;
    }
    readonly property real part: fitted.part
    // Of each line its sheet, column, y and height.
    readonly property var places: fitted.places
    readonly property var starts: {
        const found = [];
        places.forEach((place, at) => {
            if (place.sheet === found.length)
                found.push(at);
        });
        return found;
    }
    // Only the rows of the open sheet are made; none while sheets and lines are counted anew.
    readonly property int first: starts[open] ?? 0
    readonly property int shown: Math.max(0, (starts[open + 1] ?? places.length) - first)

    // How high the heading is on a screen that is not wide.
    function narrowHead(): real {
        const across = width - head.x - margin;
        const high = part => Theme.flow(title.measured, 60 * unit * part, across, false) + Theme.flow(prompt.measured, 42 * unit * part, across, false);
        return high(Theme.shrunk(height * leastHead, high));
    }

    // Where each line stands with letters so much smaller, in columns so high. A heading goes with what follows it.
    function placed(part: real, high: real): var {
        const tall = measures.rows.map(row => Math.min(Math.max(1, high), measures.wanted(row, pixels * part, false)));
        const apart = gap * Math.min(1, part);
        const found = [];
        let y = 0, stretch = 0;
        for (let at = 0; at < tall.length; at++) {
            const follows = measures.rows[at].heading && at + 1 < tall.length ? apart + tall[at + 1] : 0;
            if (y > 0 && y + tall[at] + Math.max(0, Math.min(follows, high - tall[at])) > high) {
                stretch++;
                y = 0;
            }
            found.push({ sheet: Math.floor(stretch / columns), column: stretch % columns, y: y, tall: tall[at] });
            y += tall[at] + apart;
        }
        return { part: part, places: found, sheets: Math.floor(stretch / columns) + 1 };
    }

    // How many lines stand on the first sheet.
    function opening(whole: var): int {
        return whole.places.filter(place => place.sheet === 0).length;
    }

    // Whether what stands in one line does so in larger letters too.
    function grows(larger: var): bool {
        return measures.rows.every((row, at) => {
            const usual = measures.wanted(row, pixels, false);
            return usual > 160 * unit * Theme.scale || larger.places[at].tall < usual * larger.part * 1.1;
        });
    }

    // The same on one sheet, its columns about as long as each other.
    function evened(whole: var): var {
        const every = whole.places.reduce((sum, place) => sum + place.tall + gap, 0);
        for (let high = every / columns; high < room; high += room / 8) {
            const tried = placed(whole.part, high);
            if (tried.sheets === 1 && tried.places.every((place, at) => place.tall === whole.places[at].tall))
                return tried;
        }
        return whole;
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

    Item {
        id: head
        // On a wide screen what to do stands beside the title, where nothing is to be turned.
        readonly property bool beside: root.wide && !root.many && title.told && prompt.told
        // How much smaller the words are, so that their share of the screen is enough.
        readonly property real factor: Theme.shrunk(root.height * root.headShare, part => both(title.flowAt(60 * root.unit * part), prompt.flowAt((beside ? 48 : 42) * root.unit * part)))

        function both(one: real, other: real): real {
            return beside ? Math.max(one, other) : one + other;
        }

        x: root.margin + (sign.visible ? sign.width + 24 * root.unit : 0)
        y: root.gap
        width: root.width - x - root.margin - (root.wide && root.many ? root.column + root.margin : 0)
        height: both(title.height, prompt.height)

        Label {
            id: title
            objectName: "title"
            width: head.beside ? root.column + root.margin - head.x : head.width
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
            x: head.beside ? title.width + root.margin : 0
            y: head.beside ? (title.height - height) / 2 : title.height
            width: head.width - x
            height: flow
            label: root.prompt
            flowing: true
            pixels: (head.beside ? 48 : 42) * root.unit * head.factor
            alignment: Text.AlignLeft
        }
    }

    LineMeasures {
        id: measures
        unit: root.unit
        lines: root.lines
        width: root.column
    }

    Repeater {
        model: root.shown

        LineRow {
            required property int index
            readonly property int at: root.first + index
            readonly property var place: root.places[at] ?? ({ column: 0, y: 0, tall: 0 })

            objectName: "line:" + at
            x: root.margin + place.column * (root.column + root.margin)
            y: root.begin + place.y
            width: root.column
            height: place.tall
            pixels: root.pixels * root.part
            unit: root.unit
            measures: measures
            row: measures.rows[at] ?? measures.gone
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
