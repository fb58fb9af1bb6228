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
        <source>{month}/{day}</source>
        <translation>{month}月{day}日</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
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
        <source>That matter is done in another queue.</source>
        <translation>该事项不在所选队列办理。</translation>
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
        <source>Nobody is signed in at window {window}.</source>
        <translation>{window} 号窗口无人登录。</translation>
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
        <source>The matter asks for no such paper.</source>
        <translation>该事项没有这份材料。</translation>
    </message>
    <message>
        <source>Ticket {number} is not suspended.</source>
        <translation>{number} 号没有挂起。</translation>
    </message>
    <message>
        <source>That step of ticket {number} has begun already.</source>
        <translation>{number} 号的这一步已经开始。</translation>
    </message>
    <message>
        <source>Ticket {number} has moved on; nothing was taken back.</source>
        <translation>{number} 号已有变动，未能撤销。</translation>
    </message>
    <message>
        <source>Ticket {number} goes on at window {window}.</source>
        <translation>{number} 号应到 {window} 号窗口办理。</translation>
    </message>
    <message>
        <source>Number {number} was passed and is void. Please take a new one.</source>
        <translation>{number} 号已过号作废，请重新取号。</translation>
    </message>
    <message>
        <source>Ticket {number} was called as often as the hall allows.</source>
        <translation>{number} 号已达重呼次数上限。</translation>
    </message>
    <message>
        <source>Ticket {number} was called just now. Again in {wait_s} s.</source>
        <translation>刚刚呼叫过 {number} 号，{wait_s} 秒后可重呼。</translation>
    </message>
    <message>
        <source>Ticket {number} may be on the way. It can be passed in {wait_s} s.</source>
        <translation>{number} 号可能正在途中，{wait_s} 秒后可过号。</translation>
    </message>
    <message>
        <source>The window called just now. The next in {wait_s} s.</source>
        <translation>窗口刚刚叫过号，{wait_s} 秒后可叫下一位。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>That was too long ago to be taken back.</source>
        <translation>时间已过，不能撤销。</translation>
    </message>
    <message>
        <source>Window {window} does not serve that queue.</source>
        <translation>{window} 号窗口不办理该队列。</translation>
    </message>
    <message>
        <source>A window serves each queue once, and at least one.</source>
        <translation>窗口至少办理一个队列，且不可重复。</translation>
    </message>
    <message>
        <source>Window {window} calls again from {opens_at}.</source>
        <translation>{window} 号窗口 {opens_at} 起叫号。</translation>
    </message>
    <message>
        <source>Ticket {number} is still with you at window {window}.</source>
        <translation>您在 {window} 号窗口还有 {number} 号未办完。</translation>
    </message>
    <message>
        <source>That class needs a proof. Please ask a guide.</source>
        <translation>该类别需要证明，请咨询导服人员。</translation>
    </message>
    <message>
        <source>Closed now. Tickets again from {opens_at}.</source>
        <translation>现在不发号，{opens_at} 起取号。</translation>
    </message>
    <message>
        <source>All tickets of this half-day are taken. New ones from {opens_at}.</source>
        <translation>本时段号已取完，{opens_at} 起发新号。</translation>
    </message>
    <message>
        <source>You hold number {number} for this already.</source>
        <translation>您已有该业务的 {number} 号。</translation>
    </message>
    <message>
        <source>One person may take {most} of these tickets a day.</source>
        <translation>该业务每人每天限取 {most} 个号。</translation>
    </message>
    <message>
        <source>Please lay your identity card on the reader.</source>
        <translation>请把身份证放在读卡器上。</translation>
    </message>
    <message>
        <source>No screen shows that code any more.</source>
        <translation>已没有屏幕显示这个配对码。</translation>
    </message>
    <message>
        <source>That screen has its answer already.</source>
        <translation>该屏幕的请求已经处理过了。</translation>
    </message>
    <message>
        <source>Too many screens ask at once. Again in {retry_s} s.</source>
        <translation>同时请求加入的屏幕太多，{retry_s} 秒后再试。</translation>
    </message>
    <message>
        <source>The hall has no “{found}”. Choose what the screen shows.</source>
        <translation>大厅里没有“{found}”，请选择屏幕显示的内容。</translation>
    </message>
    <message>
        <source>There is no such booking.</source>
        <translation>没有这个预约。</translation>
    </message>
    <message>
        <source>There is no such time to book.</source>
        <translation>没有这个预约时段。</translation>
    </message>
    <message>
        <source>That day cannot be booked. The last one is {last}.</source>
        <translation>该日不能预约，最晚可约 {last}。</translation>
    </message>
    <message>
        <source>That time has begun already.</source>
        <translation>该时段已经开始。</translation>
    </message>
    <message>
        <source>That time is fully booked.</source>
        <translation>该时段已约满。</translation>
    </message>
    <message>
        <source>You have booked for that day already.</source>
        <translation>您当日已有预约。</translation>
    </message>
    <message>
        <source>This booking was used, cancelled or missed.</source>
        <translation>该预约已使用、取消或过期。</translation>
    </message>
    <message>
        <source>Check-in for this booking opens at {opens_at}.</source>
        <translation>该预约 {opens_at} 起签到。</translation>
    </message>
    <message>
        <source>This booking was for {date}.</source>
        <translation>该预约日期为 {date}。</translation>
    </message>
    <message>
        <source>It could be cancelled until {until}.</source>
        <translation>取消截止时间为 {until}。</translation>
    </message>
    <message>
        <source>The day of this booking is not over.</source>
        <translation>预约当日尚未结束。</translation>
    </message>
    <message>
        <source>Somebody else was quicker with this booking. Please look again.</source>
        <translation>该预约刚被他人更改，请重新查看。</translation>
    </message>
    <message>
        <source>Too many wrong codes. Please wait a while.</source>
        <translation>预约码错误次数过多，请稍后再试。</translation>
    </message>
    <message>
        <source>Of a name only its beginning is taken.</source>
        <translation>姓名只接受首字。</translation>
    </message>
    <message>
        <source>Cards cannot be read for {date}.</source>
        <translation>不能为 {date} 读卡。</translation>
    </message>
    <message>
        <source>Number {number} was rated already.</source>
        <translation>{number} 号已评价，请勿重复评价。</translation>
    </message>
    <message>
        <source>Number {number} can be rated once it is finished.</source>
        <translation>{number} 号办完后才能评价。</translation>
    </message>
    <message>
        <source>Number {number} of {date} was not set aside for this machine.</source>
        <translation>{date}的 {number} 号不是留给本机的。</translation>
    </message>
    <message>
        <source>The visit of ticket {number} ended long ago.</source>
        <translation>{number}号的业务早已结束。</translation>
    </message>
    <message>
        <source>That is no longer to be collected.</source>
        <translation>该结果已领取或已撤下。</translation>
    </message>
    <message>
        <source>{text} is on the screens already.</source>
        <translation>{text} 已经显示在领证屏上。</translation>
    </message>
    <message>
        <source>A screen shows numbers only: letters and figures, nobody&apos;s name, phone or ID number.</source>
        <translation>屏幕只显示编号（字母和数字），不能显示姓名、电话或身份证号。</translation>
    </message>
    <message>
        <source>The visit could be rated until {until}.</source>
        <translation>评价截止时间为 {until}。</translation>
    </message>
    <message>
        <source>People still wait or are served where the new hall file has nothing.</source>
        <translation>仍有群众在新文件已删除的队列或窗口办理。</translation>
    </message>
    <message>
        <source>The hall file has mistakes.</source>
        <translation>大厅文件有错误。</translation>
    </message>
    <message>
        <source>There is no such clerk.</source>
        <translation>没有这位工作人员。</translation>
    </message>
    <message>
        <source>The network is down, and no numbers are reserved here for this. Please ask a guide.</source>
        <translation>网络中断，本机没有为该业务预留号码，请咨询导服人员。</translation>
    </message>
    <message>
        <source>The network is down, and all numbers reserved here for this are given out. Please ask a guide.</source>
        <translation>网络中断，本机为该业务预留的号码已发完，请咨询导服人员。</translation>
    </message>
    <message>
        <source>The network is down, and the numbers kept here are of another day. Please ask a guide.</source>
        <translation>网络中断，本机预留的号码不是今天的，请咨询导服人员。</translation>
    </message>
    <message>
        <source>The network is down, and this machine cannot save a number. Please ask a guide.</source>
        <translation>网络中断，本机无法保存号码，请咨询导服人员。</translation>
    </message>
    <message>
        <source>This needs your identity card, and no card can be read now. Please ask a guide.</source>
        <translation>该业务需要刷身份证，现在无法读卡，请咨询导服人员。</translation>
    </message>
    <message>
        <source>Bookings cannot be looked up now. Please take an ordinary number and tell a guide that you booked.</source>
        <translation>现在无法查询预约，请先取普通号，并告知导服人员您已预约。</translation>
    </message>
    <message>
        <source>The printer&apos;s paper will soon run out.</source>
        <translation>打印纸即将用完。</translation>
    </message>
    <message>
        <source>The printer&apos;s knife is stuck.</source>
        <translation>打印机切刀卡住。</translation>
    </message>
    <message>
        <source>The printer is offline and does not say why.</source>
        <translation>打印机脱机，未说明原因。</translation>
    </message>
    <message>
        <source>The printer does not say how it is.</source>
        <translation>打印机不报告自身状态。</translation>
    </message>
    <message>
        <source>The printer does not say whether it has printed.</source>
        <translation>打印机不报告是否已打印。</translation>
    </message>
    <message>
        <source>Nothing is heard any more of the machine that has this device.</source>
        <translation>连接该设备的机器已无音信。</translation>
    </message>
    <message>
        <source>The device is not set up any more.</source>
        <translation>该设备已不在设置中。</translation>
    </message>
    <message>
        <source>The card was not read. Please lay it on once more and leave it there.</source>
        <translation>没有读到证件，请重新放好，不要移动。</translation>
    </message>
    <message>
        <source>The reader does not accept this card. Please ask a guide.</source>
        <translation>读卡器不认可此证件，请咨询导服人员。</translation>
    </message>
    <message>
        <source>This kind of card is not known here. Please ask a guide.</source>
        <translation>本机不支持这种证件，请咨询导服人员。</translation>
    </message>
    <message>
        <source>This card cannot be used here. Please ask a guide.</source>
        <translation>此证件不能在这里使用，请咨询导服人员。</translation>
    </message>
    <message>
        <source>The card reader does not work. Please ask a guide.</source>
        <translation>读卡器暂时不能使用，请咨询导服人员。</translation>
    </message>
    <message>
        <source>The card reader is not understood. Look at its cable and its baud rate.</source>
        <translation>读卡器的数据无法识别，请检查线缆和波特率。</translation>
    </message>
    <message>
        <source>The card reader&apos;s own test failed. Switch it off and on.</source>
        <translation>读卡器自检失败，请断电后重新开启。</translation>
    </message>
    <message>
        <source>The card reader&apos;s security module is not authorised. Only its supplier can mend that.</source>
        <translation>读卡器的安全模块未授权，须由供应商处理。</translation>
    </message>
    <message>
        <source>No card is read before the hall&apos;s computer has given today&apos;s key.</source>
        <translation>未从大厅主机取得当日密钥，暂不读取证件。</translation>
    </message>
    <message>
        <source>This is not a code of this hall.</source>
        <translation>这不是本大厅的码。</translation>
    </message>
    <message>
        <source>The kiosk cannot reach the core.</source>
        <translation>取号机连不上主机。</translation>
    </message>
    <message>
        <source>The core can write nothing.</source>
        <translation>主机无法写入。</translation>
    </message>
    <message>
        <source>The kiosk&apos;s disk is nearly full.</source>
        <translation>取号机的磁盘快满了。</translation>
    </message>
    <message>
        <source>The kiosk&apos;s clock differs from the core&apos;s.</source>
        <translation>取号机的时钟与主机不一致。</translation>
    </message>
    <message>
        <source>A font is missing on the kiosk.</source>
        <translation>取号机缺少字体。</translation>
    </message>
    <message>
        <source>The kiosk has too few numbers for a lost line.</source>
        <translation>取号机备用的断网号码不足。</translation>
    </message>
    <message>
        <source>The scanner sent a code that cannot be read.</source>
        <translation>扫码器传来的码无法识别。</translation>
    </message>
    <message>
        <source>The voice does not work.</source>
        <translation>语音不能播放。</translation>
    </message>
    <message>
        <source>The voice is busy.</source>
        <translation>语音正忙。</translation>
    </message>
    <message>
        <source>There is no loudspeaker. Calls are shown, not heard.</source>
        <translation>没有扬声器。叫号只显示，不播报。</translation>
    </message>
    <message>
        <source>It is quiet time. Calls are shown, not heard.</source>
        <translation>静音时段。叫号只显示，不播报。</translation>
    </message>
    <message>
        <source>A language of this hall has no recorded voice yet. It is shown, not heard.</source>
        <translation>大厅的一种语言还没有录音。该语言只显示，不播报。</translation>
    </message>
    <message>
        <source>A window sign does not answer.</source>
        <translation>有窗口屏没有应答。</translation>
    </message>
    <message>
        <source>A window sign refused what it was sent.</source>
        <translation>有窗口屏拒绝了发送的内容。</translation>
    </message>
    <message>
        <source>No window sign on this line answers.</source>
        <translation>这条线路上的窗口屏都没有应答。</translation>
    </message>
    <message>
        <source>A keypad does not answer.</source>
        <translation>有按键器没有应答。</translation>
    </message>
    <message>
        <source>A keypad refused what it was sent.</source>
        <translation>有按键器拒绝了发送的内容。</translation>
    </message>
    <message>
        <source>A keypad sent what cannot be read.</source>
        <translation>按键器传来的数据无法识别。</translation>
    </message>
    <message>
        <source>The SMS modem has no SIM card.</source>
        <translation>短信设备没有SIM卡。</translation>
    </message>
    <message>
        <source>The SIM card wants its PIN.</source>
        <translation>SIM卡需要输入PIN码。</translation>
    </message>
    <message>
        <source>The SIM card is locked and wants its PUK.</source>
        <translation>SIM卡已锁定，需要PUK码。</translation>
    </message>
    <message>
        <source>The SIM card is busy.</source>
        <translation>SIM卡正忙。</translation>
    </message>
    <message>
        <source>The SIM card does not work.</source>
        <translation>SIM卡不能使用。</translation>
    </message>
    <message>
        <source>The SMS modem is in no network.</source>
        <translation>短信设备没有接入网络。</translation>
    </message>
    <message>
        <source>The mobile network refuses the SIM card.</source>
        <translation>移动网络拒绝此SIM卡。</translation>
    </message>
    <message>
        <source>The SMS modem hears its network badly.</source>
        <translation>短信设备信号弱。</translation>
    </message>
    <message>
        <source>The mobile network is busy.</source>
        <translation>移动网络正忙。</translation>
    </message>
    <message>
        <source>No message can be sent to that number.</source>
        <translation>无法向该号码发送短信。</translation>
    </message>
    <message>
        <source>That text cannot be sent as a message.</source>
        <translation>该内容无法作为短信发送。</translation>
    </message>
    <message>
        <source>The network refused the message.</source>
        <translation>网络拒绝了短信。</translation>
    </message>
    <message>
        <source>The message would have come too late and was not sent.</source>
        <translation>短信已过时效，没有发送。</translation>
    </message>
    <message>
        <source>The message did not arrive.</source>
        <translation>短信没有送达。</translation>
    </message>
    <message>
        <source>Whether the message was sent is not known.</source>
        <translation>短信是否发出不得而知。</translation>
    </message>
    <message>
        <source>The SMS gateway does not accept how this hall is set up.</source>
        <translation>短信平台不接受本大厅的设置。</translation>
    </message>
    <message>
        <source>The SMS gateway does not know that template.</source>
        <translation>短信平台没有这个模板。</translation>
    </message>
    <message>
        <source>That is no telephone number.</source>
        <translation>电话号码不正确。</translation>
    </message>
    <message>
        <source>The ticket has no such step.</source>
        <translation>该号没有这一步。</translation>
    </message>
    <message>
        <source>Please choose or write a reason.</source>
        <translation>请选择或填写原因。</translation>
    </message>
    <message>
        <source>Ratings are shown once the day is over.</source>
        <translation>当日结束后才能查看评价。</translation>
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
        <source>The hall&apos;s computer cannot save anything now. Nothing was done.</source>
        <translation>大厅主机暂时无法保存数据，操作未执行。</translation>
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
