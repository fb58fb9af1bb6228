import QtQuick
import Hallcall
import "parts"

// The whole screen. `vm` is kiosk.view_model.KioskViewModel.
Rectangle {
    id: root

    required property var vm
    readonly property real unit: Math.max(108, Math.min(width, height)) / 1080
    readonly property bool portrait: height >= width

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
