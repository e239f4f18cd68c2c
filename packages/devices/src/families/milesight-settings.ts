/**
 * Bytes that follow FE or FF and a type byte: device information sent at a join, and answers to configuration
 * downlinks. They carry no measurement, yet their widths are needed to reach what follows.
 * Source: Milesight's user guides and published codecs (SensorDecoders) of the EM300, AM300, CT10x and WS202 series.
 */
export const milesightSettingWidths: Readonly<Record<number, number>> = {
  // device information
  1: 1, // protocol version
  8: 6, // serial number of the WS series
  9: 2, // hardware version
  10: 2, // firmware version
  11: 1, // power on
  15: 1, // LoRaWAN class
  22: 8, // serial number
  254: 1, // reset
  255: 2, // TSL version
  // reporting
  2: 2, // collecting or alarm reporting interval
  3: 2, // reporting interval
  6: 9, // threshold alarm
  16: 1, // reboot
  39: 1, // clear the history or the accumulated current
  40: 1, // report at once
  44: 1, // query
  58: 2, // reporting interval in minutes
  142: 3, // reporting interval of the CT series
  208: 1, // accumulate Ah or kWh
  242: 2, // number of alarm reports
  // history
  104: 1, // store
  105: 1, // retransmit
  106: 3, // retransmission interval
  109: 1, // stop the transmission
  215: 1, // retransmission counter reset
  // display, buzzer and buttons
  37: 1, // child lock
  45: 1, // screen
  46: 1, // LED
  47: 1, // unit of TVOC
  60: 1, // screen pattern
  61: 1, // stop the buzzer
  62: 1, // buzzer
  102: 1, // alarm on the screen
  235: 1, // unit of TVOC, older firmware
  240: 4, // elements on the screen
  // calibration, clock, other
  23: 2, // time zone
  26: 1, // CO2 calibration, 3 bytes in manual mode
  57: 1, // CO2 self-calibration
  59: 1, // clock synchronisation
  101: 2, // PM2.5 collecting interval
  121: 6, // D2D
  206: 2, // voltage of the installation
  207: 1, // power factor of the installation
  214: 6, // temperature and humidity calibration
  234: 3, // temperature or humidity calibration
  244: 1, // CO2 calibration enabled
};
