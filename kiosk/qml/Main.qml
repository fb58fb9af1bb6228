import QtQuick
import Hallcall
import "parts"

// The whole screen. `vm` is kiosk.view_model.KioskViewModel.
Rectangle {
    id: root

    required property var vm
    // A screen of 4:3 or 5:4 is laid out as a tall one.
    readonly property bool portrait: height > 0.7 * width
    readonly property real unit: Math.max(0.1, portrait ? Math.min(width / 1080, height / 1500) : Math.min(height / 1080, width / 1620))

    color: Theme.page

    PointHandler {
        onActiveChanged: {
            if (active)
                root.vm.touched();
        }
    }

    Header {
        id: header
        objectName: "header"
        visible: root.vm.shown !== "outOfService"
        anchors { top: parent.top; left: parent.left; right: parent.right }
        unit: root.unit
        portrait: root.portrait
        header: root.vm.header
        languages: root.vm.shown === "choice" ? root.vm.languages : []
        onChosen: language => root.vm.speak(language)
    }

    ChoicePage {
        objectName: "choicePage"
        visible: root.vm.shown === "choice"
        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: footer.top }
        unit: root.unit
        portrait: root.portrait
        vm: root.vm
    }

    ResultPage {
        objectName: "resultPage"
        visible: root.vm.shown === "result"
        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: footer.top }
        unit: root.unit
        portrait: root.portrait
        vm: root.vm
    }

    Footer {
        id: footer
        objectName: "footer"
        visible: root.vm.shown !== "outOfService"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        unit: root.unit
        countdown: root.vm.countdown
        fontLine: root.vm.fontLine
    }

    OutOfService {
        objectName: "outOfService"
        visible: root.vm.shown === "outOfService"
        anchors.fill: parent
        unit: root.unit
        lines: root.vm.outOfService
        fontLine: root.vm.fontLine
    }

    Curtain {
        objectName: "busy"
        visible: root.vm.busy
        anchors.fill: parent
        unit: root.unit
        message: root.vm.buttons.moment
    }

    Curtain {
        objectName: "notice"
        visible: root.vm.shown === "choice" && root.vm.notice.main.text !== ""
        anchors.fill: parent
        unit: root.unit
        message: root.vm.notice
        button: root.vm.buttons.understood
        onClosed: root.vm.dismiss()
    }
}
