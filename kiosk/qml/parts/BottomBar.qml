pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The buttons of a page, all as wide; where they would be too narrow, in several rows. `buttons` is a list of
// {key, label, strong, icon, off}, or a model with these roles; a button's objectName is its key.
Item {
    id: root

    required property real unit
    required property var buttons
    signal act(string key)

    readonly property int count: buttons.count ?? buttons.length
    readonly property real gap: 20 * unit
    readonly property real least: Theme.touchable(230 * unit)
    readonly property int most: Math.max(1, Math.floor((width + gap) / (least + gap)))
    readonly property int rows: Math.max(1, Math.ceil(count / most))
    readonly property int columns: Math.max(1, Math.ceil(count / rows))
    readonly property real each: Math.min(widest, (width - gap * (columns - 1)) / columns)
    // One or two buttons need not reach across a wide screen: two stand at its edges.
    readonly property real widest: Math.max(least, 640 * unit)
    readonly property real step: columns > 1 ? (width - each) / (columns - 1) : 0
    readonly property bool stacked: each < 330 * unit * Theme.scale
    readonly property real row: Theme.touchable((stacked ? 172 : 132) * unit)

    visible: count > 0
    implicitHeight: count ? rows * row + (rows - 1) * gap : 0

    // What a button shows while its row leaves the model.
    readonly property var gone: ({ key: "", label: { main: { text: "", lang: "" }, below: { text: "", lang: "" } }, strong: false, icon: "", off: false })

    Repeater {
        model: root.buttons

        Button {
            required property var model
            readonly property var told: model?.modelData ?? model ?? root.gone
            required property int index

            objectName: told?.key ?? ""
            x: root.columns > 1 ? (index % root.columns) * root.step : (root.width - width) / 2
            y: Math.floor(index / root.columns) * (root.row + root.gap)
            width: root.each
            height: root.row
            unit: root.unit
            label: told?.label ?? root.gone.label
            strong: told?.strong ?? false
            // What says why needs the room for its words.
            icon: root.stacked && off ? "" : told?.icon ?? ""
            off: told?.off ?? false
            stacked: root.stacked && icon !== ""
            onTapped: root.act(told.key)
        }
    }
}
