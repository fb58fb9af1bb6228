<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>dates</name>
    <message>
        <source>{weekday}, {year}-{month}-{day}</source>
        <translation>{year}年{month}月{day}日 {weekday}</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This did not work. Please ask a guide.</source>
        <translation>没有办成，请咨询导服人员。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这张号票。</translation>
    </message>
    <message>
        <source>There is no such queue any more.</source>
        <translation>该队列已不存在。</translation>
    </message>
    <message>
        <source>There is no such matter any more.</source>
        <translation>该事项已不存在。</translation>
    </message>
    <message>
        <source>There is no such window.</source>
        <translation>没有这个窗口。</translation>
    </message>
    <message>
        <source>There is no such zone.</source>
        <translation>没有这个区域。</translation>
    </message>
    <message>
        <source>There is no such class of visitors.</source>
        <translation>没有这个人员类别。</translation>
    </message>
    <message>
        <source>There is no such reason.</source>
        <translation>没有这个原因选项。</translation>
    </message>
    <message>
        <source>This hall does not speak that language.</source>
        <translation>本大厅不提供该语言。</translation>
    </message>
    <message>
        <source>Ticket {number} is not waiting any more.</source>
        <translation>{number} 号已不在等候。</translation>
    </message>
    <message>
        <source>Ticket {number} has not been called.</source>
        <translation>{number} 号尚未叫号。</translation>
    </message>
    <message>
        <source>Ticket {number} was not passed.</source>
        <translation>{number} 号不是过号。</translation>
    </message>
    <message>
        <source>Ticket {number} is not at a window.</source>
        <translation>{number} 号不在窗口。</translation>
    </message>
    <message>
        <source>Ticket {number} is being served or has ended.</source>
        <translation>{number} 号正在办理或已结束。</translation>
    </message>
    <message>
        <source>Somebody else was quicker. Please look again.</source>
        <translation>别人已先操作，请重新查看。</translation>
    </message>
    <message>
        <source>Nobody is at the window.</source>
        <translation>窗口现在没有人。</translation>
    </message>
    <message>
        <source>Clerk {clerk} is at window {window} now.</source>
        <translation>{window}号窗口现由{clerk}号工作人员使用。</translation>
    </message>
    <message>
        <source>Somebody is still at the window.</source>
        <translation>窗口还有人在办理。</translation>
    </message>
    <message>
        <source>The window is not open.</source>
        <translation>窗口未开放。</translation>
    </message>
    <message>
        <source>Name or PIN is wrong.</source>
        <translation>工号或密码不正确。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait a while.</source>
        <translation>密码错误次数过多，请稍后再试。</translation>
    </message>
    <message>
        <source>This was sent before. Please look again.</source>
        <translation>该请求已提交过，请重新查看。</translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>您没有此项权限。</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>请求内容有误。</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not know this request.</source>
        <translation>大厅主机不认识该请求。</translation>
    </message>
    <message>
        <source>This request is not allowed here.</source>
        <translation>此处不允许该请求。</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer.</source>
        <translation>大厅主机没有应答。</translation>
    </message>
    <message>
        <source>A device did not work.</source>
        <translation>设备未能工作。</translation>
    </message>
    <message>
        <source>The device does not answer.</source>
        <translation>设备没有应答。</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>打印机缺纸。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>打印机盖未合上。</translation>
    </message>
    <message>
        <source>The printer reports a fault.</source>
        <translation>打印机出现故障。</translation>
    </message>
</context>
</TS>
