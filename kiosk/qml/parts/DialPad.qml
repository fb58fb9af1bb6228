pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Twelve keys as on a telephone, and above them the letters that can be typed, if any. `next` has the characters
// that can come next. It says what to do: "type:7", "type:\b", "type:clear".
Item {
    id: root

    required property real unit
    required property string letters
    required property string next
    required property bool typed
    required property var clear
    required property var erase
    signal act(string key)

    readonly property real gap: 10 * unit
    readonly property int across: Math.max(1, Math.min(8, Math.floor((width + gap) / (Math.max(96 * unit, Theme.finger) + gap)), letters.length))
    readonly property int above: Math.ceil(letters.length / across)
    readonly property real tall: Math.min(150 * unit, (height - gap * (above + 3)) / (above + 4))
    readonly property real third: (width - 2 * gap) / 3
    readonly property real eighth: (width - gap * (across - 1)) / across
    readonly property real begin: Math.max(0, (height - (above + 4) * tall - (above + 3) * gap) / 2)
    readonly property var lowest: ["clear", "0", "\b"]

    function plain(text: string): var {
        return { main: { text: text, lang: "en" }, below: { text: "", lang: "" } };
    }

    Repeater {
        model: root.letters.split("").filter(letter => letter !== "")

        PadKey {
            required property string modelData
            required property int index

            objectName: "type:" + modelData
            x: (index % root.across) * (root.eighth + root.gap)
            y: root.begin + Math.floor(index / root.across) * (root.tall + root.gap)
            width: root.eighth
            height: root.tall
            unit: root.unit
            label: root.plain(modelData)
            live: root.next.includes(modelData)
            onTapped: root.act("type:" + modelData)
        }
    }

    Repeater {
        model: 12

        PadKey {
            required property int index
            readonly property string key: index < 9 ? String(index + 1) : root.lowest[index - 9]
            readonly property bool digit: key.length === 1 && key !== "\b"

            objectName: key === "\b" ? "type:back" : "type:" + key
            x: (index % 3) * (root.third + root.gap)
            y: root.begin + (root.above + Math.floor(index / 3)) * (root.tall + root.gap)
            width: root.third
            height: root.tall
            unit: root.unit
            label: digit ? root.plain(key) : key === "\b" ? root.erase : root.clear
            pixels: (digit ? 64 : 40) * root.unit
            live: digit ? root.next.includes(key) : root.typed
            onTapped: root.act("type:" + key)
        }
    }
}
